package io.agencytasks.domain.template;

/** A template's number: positive, and small enough to be exact in every JSON reader (2^53). */
public record TemplateId(long value) {
  private static final long MAX = (1L << 53) - 1;

  public TemplateId {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException("must be a positive integer below 2^53");
    }
  }
}
