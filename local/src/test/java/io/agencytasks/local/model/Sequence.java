package io.agencytasks.local.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls of one owner, one or two at a time, and the worlds that they may have led to: the test
 * fails when none is left.
 */
final class Sequence {
  private static final int CALLS = 50;
  private static final int STEPS_BETWEEN_LOOKS = 8;

  private final long seed;
  private final TheApi api;
  private final Two two;
  private final Chance chance;
  private final Calls calls;
  private final List<Object> log = new ArrayList<>();
  private final Set<String> answers = new TreeSet<>();
  private List<World> worlds = List.of(World.empty());

  Sequence(long seed, TheApi api, Two two) {
    this.seed = seed;
    this.api = api;
    this.two = two;
    this.chance = new Chance(seed, now().truncatedTo(ChronoUnit.SECONDS));
    this.calls = new Calls(chance);
  }

  /** Makes the calls, and looks at everything every few steps. */
  void run() {
    int made = 0;
    for (int step = 1; made < CALLS; step++) {
      made += step();
      if (step % STEPS_BETWEEN_LOOKS == 0) {
        look();
      }
    }
    look();
    for (long id : List.copyOf(worlds.getFirst().byId().keySet())) {
      alone(new Look.AtTask(id));
      alone(new Look.AtReadiness(id));
    }
  }

  /** What the engine's calls were answered, each kind of call with each word. */
  Set<String> answers() {
    return answers;
  }

  /** As one of them has it: all agree on what can be seen. */
  World world() {
    return worlds.getFirst();
  }

  private int step() {
    var world = worlds.getFirst();
    if (chance.in100(25)) {
      alone(calls.alone(world));
      return 1;
    }
    var both = calls.two(world);
    together(both.getFirst(), both.getLast());
    return 2;
  }

  private void look() {
    alone(new Look.AtAll());
    alone(new AtQueue("all"));
    alone(new Look.AtStats());
  }

  private void alone(Call call) {
    var now = now();
    var seen = call.make(api);
    log.add(new Made(call, seen));
    note(call, seen);
    var why = new ArrayList<String>();
    var next = new ArrayList<World>();
    for (var world : worlds) {
      next.addAll(call.after(world, seen, new Moment(now, Set.of(), why)));
    }
    become(now, next, why);
  }

  /** Either may have come first, and either may have begun first. */
  private void together(Call one, Call other) {
    var now = now();
    var seen = two.make(() -> one.make(api), () -> other.make(api));
    var first = new Made(one, seen.getFirst());
    var second = new Made(other, seen.getLast());
    log.add(new Both(first, second));
    note(one, seen.getFirst());
    note(other, seen.getLast());
    var why = new ArrayList<String>();
    var next = new ArrayList<World>();
    var later = now.plus(1, ChronoUnit.MICROS);
    for (var world : worlds) {
      next.addAll(inTurn(world, first, now, second, later, why));
      next.addAll(inTurn(world, first, later, second, now, why));
      next.addAll(inTurn(world, second, later, first, now, why));
      next.addAll(inTurn(world, second, now, first, later, why));
    }
    become(later, next, why);
  }

  private void note(Call call, Seen seen) {
    if (seen.body().isTextual()) {
      answers.add(call.getClass().getSimpleName() + " " + seen.body().asText());
    }
  }

  /** Written out only where somebody reads it. */
  private record Made(Call call, Seen seen) {
    @Override
    public String toString() {
      return "%s%n     %s".formatted(call, seen);
    }

    List<World> after(World before, Moment moment) {
      return call.after(before, seen, moment);
    }
  }

  private record Both(Made one, Made other) {
    @Override
    public String toString() {
      return "%s%n  || %s".formatted(one, other);
    }
  }

  private static List<World> inTurn(
      World world, Made first, Instant one, Made second, Instant other, List<String> why) {
    var held = second.call().holds(world);
    var worlds = new ArrayList<World>();
    for (var between : first.after(world, new Moment(one, held, why))) {
      worlds.addAll(second.after(between, new Moment(other, first.call().holds(between), why)));
    }
    return worlds;
  }

  private void become(Instant now, Collection<World> next, List<String> why) {
    Map<List<Object>, World> different = new LinkedHashMap<>();
    next.forEach(world -> different.putIfAbsent(world.everything(now), world));
    if (different.isEmpty()) {
      throw new AssertionError(
          "Sequence %d went where the model cannot follow.%n%s%nWhat does not fit:%n%s%nThe model had:%n%s"
              .formatted(seed, story(), lines(why.stream().distinct().toList()), lines(worlds)));
    }
    worlds = List.copyOf(different.values());
  }

  /** The calls so far, each with its answer; two in a row were made at once. */
  String story() {
    return lines(log);
  }

  private static String lines(List<?> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append("  ").append(line).append(System.lineSeparator()));
    return text.toString();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
