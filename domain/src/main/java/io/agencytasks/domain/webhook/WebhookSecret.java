package io.agencytasks.domain.webhook;

import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What a sender signs with, or shows: 16 to 200 visible characters of ASCII. */
public record WebhookSecret(String value) {
  private static final Pattern FORM = Pattern.compile("[!-~]{16,200}");
  private static final Pattern STANDARD = Pattern.compile("whsec_[A-Za-z0-9+/]{32,88}={0,2}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]+");

  /** A multiple of three needs no padding. */
  private static final int BYTES = 33;

  public WebhookSecret {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("must have 16 to 200 visible characters of ASCII");
    }
  }

  /**
   * A new one that every way of proving takes: as Standard Webhooks has it, and of letters and
   * digits alone, so that it can stand in a URL as it is.
   */
  public static WebhookSecret random(RandomGenerator random) {
    var bytes = new byte[BYTES];
    String text;
    do {
      random.nextBytes(bytes);
      text = Base64.getEncoder().encodeToString(bytes);
    } while (!PLAIN.matcher(text).matches());
    return new WebhookSecret("whsec_" + text);
  }

  /** Whether it is {@code whsec_} and 24 to 64 bytes in Base64, as Standard Webhooks asks. */
  public boolean isStandard() {
    if (!STANDARD.matcher(value).matches()) {
      return false;
    }
    try {
      int bytes = Base64.getDecoder().decode(value.substring("whsec_".length())).length;
      return bytes >= 24 && bytes <= 64;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** Without the value, wherever it may end. */
  @Override
  public String toString() {
    return "WebhookSecret";
  }
}
