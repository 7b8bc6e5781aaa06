package io.agencytasks.domain.notification;

import io.agencytasks.domain.execution.Failure;
import java.time.Duration;
import java.util.Optional;

/** What came of sending one message. No failure names who it was for. */
public sealed interface Delivery {

  /** It is on its way, and no longer in our hands. */
  record Accepted(String messageId) implements Delivery {}

  /** It was not sent, and would be refused alike again. */
  record Refused(Failure why) implements Delivery {}

  /**
   * It was not sent, but may be later.
   *
   * @param after the least wait that the other side asked for
   */
  record NotNow(Failure why, Optional<Duration> after) implements Delivery {}

  /** Nobody knows whether it was sent. */
  record Uncertain(Failure why) implements Delivery {}

  /** What went wrong; empty where nothing did. */
  default Optional<Failure> failure() {
    return switch (this) {
      case Accepted _ -> Optional.empty();
      case Refused(var why) -> Optional.of(why);
      case NotNow(var why, _) -> Optional.of(why);
      case Uncertain(var why) -> Optional.of(why);
    };
  }
}
