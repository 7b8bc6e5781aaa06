package io.agencytasks.domain.notification;

import java.util.regex.Pattern;

/** A number that text messages can be sent to, as E.164 writes it: {@code +15550100}. */
public record PhoneNumber(String value) {
  private static final Pattern FORM = Pattern.compile("\\+[1-9]\\d{6,14}");

  public PhoneNumber {
    if (!isOne(value)) {
      throw new IllegalArgumentException("no number that messages can be sent to");
    }
  }

  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** Enough of it for its task's owner to know which one is meant. */
  public String masked() {
    return "+***" + value.substring(value.length() - 2);
  }
}
