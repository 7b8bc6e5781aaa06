package io.agencytasks.local.dataapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers for a while why transactions ended, to tell those who come too late. */
final class EndedTransactions {
  private static final int REMEMBERED = 1_000;

  enum Cause {
    EXPIRED("Transaction may be expired."),
    ENDED_BY_CALL("One previous call resulted in a termination of your transaction."),
    FAILED("Transaction has been aborted due to an error from a previous call.");

    private final String text;

    Cause(String text) {
      this.text = text;
    }
  }

  private final Map<String, Cause> causes = new LinkedHashMap<>();

  synchronized void remember(String id, Cause cause) {
    causes.put(id, cause);
    if (causes.size() > REMEMBERED) {
      causes.remove(causes.keySet().iterator().next());
    }
  }

  /** An id that was never given out may as well have expired. */
  synchronized Refusal notFound(String id) {
    Cause cause = causes.getOrDefault(id, Cause.EXPIRED);
    return new Refusal(
        ErrorType.TRANSACTION_NOT_FOUND,
        "Transaction %s is not found. %s".formatted(id, cause.text));
  }
}
