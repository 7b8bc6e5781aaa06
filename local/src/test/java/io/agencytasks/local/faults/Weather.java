package io.agencytasks.local.faults;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides what happens to each call at one edge.
 *
 * <p>A call that names the user of a schedule draws by that schedule's seed and the user's own
 * count; all others, of the engine, draw by the common seed and the count of the edge.
 */
final class Weather {
  private static final Pattern SUBJECT = Pattern.compile("faults-(\\d+)-\\d+");

  /** A call's fault, and the chance by which its details are drawn. */
  record Fate(Fault fault, RandomGenerator chance) {}

  private final Dice dice = new Dice();
  private final Dead dead;
  private final Map<Fault, Integer> happened = new ConcurrentHashMap<>();
  private final Set<Fault> expected = ConcurrentHashMap.newKeySet();
  private volatile Odds people = Odds.NONE;
  private volatile Odds engine = Odds.NONE;
  private volatile long seed;

  Weather(Dead dead) {
    this.dead = dead;
  }

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
    return dead.said(request)
        ? new Fate(Fault.FAIL_BEFORE, chance)
        : new Fate(engine.draw(chance), chance);
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
}
