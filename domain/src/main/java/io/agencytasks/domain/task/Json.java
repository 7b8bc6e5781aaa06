package io.agencytasks.domain.task;

/** A JSON value as text: checked where it came in, carried unopened through the domain. */
public record Json(String text) {

  /** The text itself, so that a value placed in a message reads as JSON. */
  @Override
  public String toString() {
    return text;
  }
}
