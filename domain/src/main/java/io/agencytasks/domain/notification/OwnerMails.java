package io.agencytasks.domain.notification;

import io.agencytasks.domain.task.Unavailable;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which mails owners were sent because of their tasks. Each call is one statement. */
public interface OwnerMails {

  /**
   * What a mail is made of.
   *
   * @param email as the owner's token claims it, which may be no address at all
   * @param said what came of the task, or why it failed
   */
  record Words(String email, String title, @Nullable String said) {}

  /** What is known of a mail that was begun. */
  enum Fate {
    SENT,
    REFUSED,
    UNCERTAIN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Notes that a mail is being sent.
   *
   * @return empty where the owner wants none, cannot be reached, or the task has moved on; and
   *     where it was begun before, whatever came of it
   * @throws Unavailable when it is not noted, or nobody knows
   */
  Optional<Words> begin(EndedTask task);

  /**
   * Notes what came of it.
   *
   * @throws Unavailable when it is not noted, or nobody knows
   */
  void end(EndedTask task, Fate fate);

  /**
   * Notes that it was not sent, and may be begun again.
   *
   * @throws Unavailable when it is not noted, or nobody knows
   */
  void takeBack(EndedTask task);
}
