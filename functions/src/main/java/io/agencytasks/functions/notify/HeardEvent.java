package io.agencytasks.functions.notify;

import io.agencytasks.domain.notification.EndedTask;
import io.agencytasks.domain.task.TaskId;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** An event as the bus brings it. */
final class HeardEvent {
  private HeardEvent() {}

  /**
   * The end of a task that it tells of.
   *
   * @throws IllegalArgumentException when it is no such event: the bus's rule asks for no other
   */
  static EndedTask of(Map<String, Object> event) {
    if (!(event.get("detail") instanceof Map<?, ?> detail)) {
      throw new IllegalArgumentException("an event without a detail");
    }
    return new EndedTask(
        UUID.fromString(String.valueOf(detail.get("id"))),
        new TaskId(number(detail, "taskId")),
        number(detail, "userId"),
        how(String.valueOf(event.get("detail-type"))));
  }

  private static EndedTask.How how(String type) {
    return Arrays.stream(EndedTask.How.values())
        .filter(how -> how.event().equals(type))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no end of a task"));
  }

  private static long number(Map<?, ?> detail, String name) {
    if (detail.get(name) instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException("an event without a " + name);
  }
}
