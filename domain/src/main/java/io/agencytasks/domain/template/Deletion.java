package io.agencytasks.domain.template;

/** How a wish to forget a template ended. */
public sealed interface Deletion {

  record Deleted() implements Deletion {}

  record NotFound() implements Deletion {}

  /** It is another version than the one that was meant. */
  record Stale(int version) implements Deletion {}
}
