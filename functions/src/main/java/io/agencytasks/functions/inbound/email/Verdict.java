package io.agencytasks.functions.inbound.email;

import java.util.stream.Stream;

/** What SES found about one thing. */
enum Verdict {
  PASS,
  FAIL,
  /** Neither the one nor the other: a domain without a policy, for example. */
  GRAY,
  PROCESSING_FAILED,
  /** Nobody looked. */
  DISABLED,
  /** SES says nothing, or what this does not know. */
  UNKNOWN;

  static Verdict of(String status) {
    return Stream.of(values())
        .filter(verdict -> verdict.name().equals(status))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
