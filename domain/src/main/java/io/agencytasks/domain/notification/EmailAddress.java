package io.agencytasks.domain.notification;

import java.util.regex.Pattern;

/**
 * An address that mail can be sent to, at most {@value #MAX_LENGTH} characters of ASCII: a local
 * part without quotes of at most 64, and a domain name (RFC 5321, 4.5.3.1).
 */
public record EmailAddress(String value) {
  public static final int MAX_LENGTH = 254;

  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(
          "(?=[^@]{1,64}@)%s(?:\\.%s)*@(?:%s\\.)+(?![0-9]+$)%s"
              .formatted(ATOM, ATOM, LABEL, LABEL));

  public EmailAddress {
    if (!isOne(value)) {
      throw new IllegalArgumentException("no address that mail can be sent to");
    }
  }

  public static boolean isOne(String text) {
    return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
  }

  /** Enough of it for its task's owner to know which one is meant. */
  public String masked() {
    return value.charAt(0) + "***" + value.substring(value.indexOf('@'));
  }
}
