package io.agencytasks.local.secretsmanager;

import java.time.Instant;

/**
 * A secret with its one version, the current.
 *
 * @param version the token of the call that brought the value
 */
record Secret(
    String name, String arn, String version, String value, Instant created, Instant changed) {

  Secret with(String newVersion, String newValue, Instant now) {
    return new Secret(name, arn, newVersion, newValue, created, now);
  }

  /** Without the value, wherever it may end. */
  @Override
  public String toString() {
    return "Secret[" + arn + "]";
  }
}
