package io.agencytasks.local.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A task that a schedule creates.
 *
 * @param path where its work is done, and its title, by which it is known whatever its id
 * @param user the number of the schedule's user whose it is
 * @param after numbers of the jobs that it depends on
 */
record Job(String path, int user, List<Integer> after, ObjectNode body) {
  private static final List<String> PRIORITIES = List.of("low", "medium", "high", "critical");
  private static final List<String> POLICIES = List.of("block", "cancel", "run");
  private static final int SOON_SECONDS = 2;

  /** The job of this number; those before it are there to depend on. */
  static Job draw(
      int number, List<Job> before, List<String> subjects, long seed, Works works, Random random) {
    boolean refused = in100(5, random);
    boolean large = in100(25, random);
    String path = (refused ? "refused/" : large ? Works.LARGE : "") + seed + "/" + number;
    int user = random.nextInt(subjects.size());
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", path)
            .put("taskType", "api_call")
            .put("priority", PRIORITIES.get(random.nextInt(PRIORITIES.size())))
            .put("maxRetries", random.nextInt(4))
            .put("requiresHumanReview", in100(20, random))
            .put("onDependencyFailure", POLICIES.get(random.nextInt(POLICIES.size())));
    when(body, random);
    ObjectNode config = body.putObject("executionConfig").put("url", works.uri(path).toString());
    how(config, random);
    if (in100(25, random)) {
      Key.use(config);
      works.expect(path, Key.authorization(subjects.get(user)));
    }
    return new Job(path, user, dependencies(before, user, random), body);
  }

  private static void when(ObjectNode body, Random random) {
    switch (random.nextInt(10)) {
      case 0 -> body.put("executionType", "manual_trigger");
      case 1 ->
          body.put("executionType", "scheduled")
              .put(
                  "scheduledFor",
                  Instant.now().plusSeconds(random.nextInt(SOON_SECONDS)).toString());
      default -> body.put("executionType", "automatic");
    }
  }

  /** A third may be repeated as they are, a third must be asked for, a third say it themselves. */
  private static void how(ObjectNode config, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> config.put("method", "GET");
      case 1 -> config.put("method", "POST").put("body", "once, please");
      default -> config.put("method", "POST").put("onUncertain", "retry");
    }
    config.put("timeoutSeconds", in100(20, random) ? 10 : 1);
  }

  private static List<Integer> dependencies(List<Job> before, int user, Random random) {
    return IntStream.range(0, before.size())
        .filter(number -> before.get(number).user() == user && in100(15, random))
        .boxed()
        .toList();
  }

  private static boolean in100(int times, Random random) {
    return random.nextInt(100) < times;
  }
}
