package io.agencytasks.domain.inbound;

/** A conversation's number: positive, and small enough to be exact in every JSON reader (2^53). */
public record ConversationId(long value) {
  private static final long MAX = (1L << 53) - 1;

  public ConversationId {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException("must be a positive integer below 2^53");
    }
  }
}
