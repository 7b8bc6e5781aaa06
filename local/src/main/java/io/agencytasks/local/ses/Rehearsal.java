package io.agencytasks.local.ses;

import java.util.Locale;

/**
 * Sends that shall fail, by whom they are for, as SES's own mailbox simulator has it. SES takes all
 * that is for {@code simulator.amazonses.com}, bounces and complaints too; what it would not take
 * is rehearsed by addresses under {@code laptop.test}, a domain that nobody can have.
 */
enum Rehearsal {
  NONE,
  /** {@code rejected@laptop.test}: MessageRejected. */
  REJECTED,
  /** {@code throttled@laptop.test}: TooManyRequestsException. */
  THROTTLED,
  /** {@code unavailable@laptop.test}: 503. */
  UNAVAILABLE,
  /** {@code silent@laptop.test}: it is sent, but the answer is lost. */
  SILENT,
  /** {@code slow@laptop.test}: it is sent, and answered when nobody waits any more. */
  SLOW;

  private static final String DOMAIN = "@laptop.test";

  static Rehearsal of(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    for (Rehearsal rehearsal : values()) {
      if (lower.equals(rehearsal.name().toLowerCase(Locale.ROOT) + DOMAIN)) {
        return rehearsal;
      }
    }
    return NONE;
  }
}
