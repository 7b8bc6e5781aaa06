package io.agencytasks.functions.executors.ghl;

import io.agencytasks.functions.outbound.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;

/** What an answer says of its location's limits, in headers of GoHighLevel's own. */
final class RateLimit {
  private static final Duration A_DAY_IS_USED_UP = Duration.ofHours(1);
  private static final long MAX_INTERVAL_MILLIS = 60_000;

  private RateLimit() {}

  /** Whether nothing more is taken in this interval. */
  static boolean isUsedUp(Headers headers) {
    return "0".equals(headers.get("X-RateLimit-Remaining"));
  }

  /** How long to wait after a refusal. */
  static Duration wait(Headers headers, Instant now) {
    if ("0".equals(headers.get("X-RateLimit-Daily-Remaining"))) {
      return A_DAY_IS_USED_UP;
    }
    return RetryAfter.of(headers, now).or(() -> interval(headers)).orElse(LocationLimiter.WINDOW);
  }

  private static Optional<Duration> interval(Headers headers) {
    return Optional.ofNullable(headers.get("X-RateLimit-Interval-Milliseconds"))
        .filter(it -> it.matches("\\d{1,9}"))
        .map(Long::parseLong)
        .map(millis -> Duration.ofMillis(Math.clamp(millis, 1, MAX_INTERVAL_MILLIS)));
  }
}
