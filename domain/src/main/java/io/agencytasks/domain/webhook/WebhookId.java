package io.agencytasks.domain.webhook;

/** A webhook's number: positive, and small enough to be exact in every JSON reader (2^53). */
public record WebhookId(long value) {
  private static final long MAX = (1L << 53) - 1;

  public WebhookId {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException("must be a positive integer below 2^53");
    }
  }
}
