package io.agencytasks.functions.store;

import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Urgency;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The head starts as a document, for statements that find out priority and urgency themselves. */
final class HeadStarts {
  /**
   * Seconds that the columns {@code priority} and {@code urgency} of {@code {row}} are worth; the
   * document is bound as {@code :headStarts}.
   */
  private static final String SECONDS =
      """
      (cast(cast(:headStarts as jsonb) -> 'priority' ->> {row}.priority as integer)
       + cast(cast(:headStarts as jsonb) -> 'urgency' ->> {row}.urgency as integer))
      """
          .strip();

  /** What a person's wish to run a task now is worth on top, in seconds. */
  static final String WISH = "cast(cast(:headStarts as jsonb) ->> 'wish' as integer)";

  private HeadStarts() {}

  /** Seconds that priority and urgency of this row are worth. */
  static String secondsOf(String row) {
    return SECONDS.replace("{row}", row);
  }

  static String document(HeadStart headStart) {
    return TaskRows.write(
        Map.of(
            "priority", seconds(Priority.values(), p -> headStart.of(p).toSeconds()),
            "urgency", seconds(Urgency.values(), u -> headStart.of(u).toSeconds()),
            "wish", headStart.ofWish().toSeconds()));
  }

  private static <E extends Enum<E>> Map<String, Long> seconds(
      E[] values, Function<E, Long> worth) {
    return Arrays.stream(values).collect(Collectors.toMap(Enum::toString, worth));
  }
}
