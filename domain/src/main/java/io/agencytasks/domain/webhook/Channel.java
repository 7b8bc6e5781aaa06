package io.agencytasks.domain.webhook;

import java.util.Locale;
import java.util.regex.Pattern;

/** By which way messages come to a webhook. */
public enum Channel {
  SMS,
  EMAIL,
  CUSTOM;

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern MAILBOX =
      Pattern.compile("[!-?A-~]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

  /** Whether it is told apart by an address; if not, by its own URL. */
  public boolean hasAddress() {
    return this != CUSTOM;
  }

  /** Whether an address is one of this channel: a number as E.164 has it, or a mailbox. */
  public boolean takes(String address) {
    return switch (this) {
      case SMS -> NUMBER.matcher(address).matches();
      case EMAIL -> MAILBOX.matcher(address).matches();
      case CUSTOM -> false;
    };
  }

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
