package io.agencytasks.functions.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** The wait that a server asks for, in seconds or as a date (RFC 9110, 10.2.3): at most an hour. */
public final class RetryAfter {
  private static final String NAME = "Retry-After";
  private static final Duration MAX = Duration.ofHours(1);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  public static Optional<Duration> of(Headers headers, Instant now) {
    return asked(headers, now)
        .filter(Duration::isPositive)
        .map(wait -> wait.compareTo(MAX) > 0 ? MAX : wait);
  }

  private static Optional<Duration> asked(Headers headers, Instant now) {
    String value = headers.get(NAME);
    if (value != null && SECONDS.matcher(value).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    return Optional.ofNullable(headers.getInstant(NAME)).map(date -> Duration.between(now, date));
  }
}
