package io.agencytasks.local.faults;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides what happens to each call at one edge, and remembers who is dead.
 *
 * <p>A call that names the user of a schedule draws by that schedule's seed and the user's own
 * count; all others, of the engine, draw by the common seed and the count of the edge.
 */
final class Weather {
  private static final Pattern SUBJECT = Pattern.compile("faults-(\\d+)-\\d+");
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** A call's fault, and the chance by which its details are drawn. */
  record Fate(Fault fault, RandomGenerator chance) {}

  private final Dice dice = new Dice();
  private final Set<String> dead = ConcurrentHashMap.newKeySet();
  private final Map<Fault, Integer> happened = new ConcurrentHashMap<>();
  private final Set<Fault> expected = ConcurrentHashMap.newKeySet();
  private volatile Odds people = Odds.NONE;
  private volatile Odds engine = Odds.NONE;
  private volatile long seed;

  /** From now on, until it clears up. */
  void turn(long commonSeed, Odds ofPeople, Odds ofEngine) {
    seed = commonSeed;
    people = ofPeople;
    engine = ofEngine;
    expected.addAll(ofPeople.faults());
    expected.addAll(ofEngine.faults());
  }

  /** Nothing happens any more, but the dead stay dead. */
  void clear() {
    turn(seed, Odds.NONE, Odds.NONE);
  }

  Fate of(String request) {
    Fate fate = draw(request);
    happened.merge(fate.fault(), 1, Integer::sum);
    return fate;
  }

  private Fate draw(String request) {
    Matcher subject = SUBJECT.matcher(request);
    if (subject.find()) {
      RandomGenerator chance = dice.next(Long.parseLong(subject.group(1)), subject.group());
      return new Fate(people.draw(chance), chance);
    }
    RandomGenerator chance = dice.next(seed, "engine");
    return isOfTheDead(request)
        ? new Fate(Fault.FAIL_BEFORE, chance)
        : new Fate(engine.draw(chance), chance);
  }

  /** What died with its worker takes along whatever that worker names with it. */
  private boolean isOfTheDead(String request) {
    if (dead.isEmpty()) {
      return false;
    }
    Set<String> named = uuids(request);
    boolean found = named.stream().anyMatch(dead::contains);
    if (found) {
      dead.addAll(named);
    }
    return found;
  }

  /** Whoever was given this answer is dead. */
  void kill(String answer) {
    dead.addAll(uuids(answer));
  }

  /** How often each fault happened. */
  Map<Fault, Integer> happened() {
    return Map.copyOf(happened);
  }

  /** The faults that had a chance and did not happen yet. */
  Set<Fault> neverHappened() {
    Set<Fault> never = EnumSet.copyOf(expected);
    never.removeAll(happened.keySet());
    return never;
  }

  private static Set<String> uuids(String text) {
    return UUID.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
