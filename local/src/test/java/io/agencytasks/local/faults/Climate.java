package io.agencytasks.local.faults;

import java.util.Map;

/**
 * How often what happens where.
 *
 * @param people to calls that name a user, at whichever edge
 * @param database to the engine's, as at all that follow
 */
record Climate(Odds people, Odds database, Odds artifacts, Odds secrets, Odds elsewhere) {
  private static final Odds OF_PEOPLE =
      new Odds(
          Map.of(
              Fault.FAIL_BEFORE, 60,
              Fault.LOSE_ANSWER, 60,
              Fault.DUPLICATE, 40,
              Fault.REORDER, 30,
              Fault.DELAY, 40));

  private static final Odds OF_THE_DATABASE =
      new Odds(
          Map.of(
              Fault.FAIL_BEFORE, 60,
              Fault.LOSE_ANSWER, 60,
              Fault.DUPLICATE, 40,
              Fault.REORDER, 30,
              Fault.DELAY, 40,
              Fault.OUTLIVE_LEASE, 20,
              Fault.KILL, 40));

  /** Its worker dies between the object and the row that would name it. */
  private static final Odds OF_ARTIFACTS =
      new Odds(
          Map.of(
              Fault.FAIL_BEFORE, 80,
              Fault.REFUSE, 80,
              Fault.LOSE_ANSWER, 120,
              Fault.DUPLICATE, 80,
              Fault.REORDER, 40,
              Fault.DELAY, 40,
              Fault.KILL, 60));

  /**
   * Often enough that all tries of a client fail now and then. Nobody dies of it: a secret is read
   * before anything is done, and the call names no execution by which a worker would be known.
   */
  private static final Odds OF_SECRETS =
      new Odds(
          Map.of(
              Fault.FAIL_BEFORE, 250,
              Fault.REFUSE, 20,
              Fault.LOSE_ANSWER, 150,
              Fault.DUPLICATE, 60,
              Fault.REORDER, 40,
              Fault.DELAY, 40,
              Fault.OUTLIVE_LEASE, 10));

  private static final Odds ELSEWHERE =
      new Odds(
          Map.of(
              Fault.FAIL_BEFORE, 80,
              Fault.REFUSE, 80,
              Fault.LOSE_ANSWER, 80,
              Fault.DUPLICATE, 80,
              Fault.REORDER, 40,
              Fault.DELAY, 40));

  static Climate rough() {
    return new Climate(OF_PEOPLE, OF_THE_DATABASE, OF_ARTIFACTS, OF_SECRETS, ELSEWHERE);
  }
}
