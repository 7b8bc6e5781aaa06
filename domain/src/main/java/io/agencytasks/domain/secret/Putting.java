package io.agencytasks.domain.secret;

/** How a wish to keep a secret ended. */
public sealed interface Putting {

  record Created(Secret secret) implements Putting {}

  record Replaced(Secret secret) implements Putting {}

  /** There are as many as one user may have. */
  record TooMany(int most) implements Putting {}
}
