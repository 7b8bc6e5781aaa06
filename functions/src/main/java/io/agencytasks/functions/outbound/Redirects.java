package io.agencytasks.functions.outbound;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import jakarta.inject.Singleton;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Sends a GET or HEAD to where it is redirected, at most {@value #MAX_REDIRECTS} times. Each hop is
 * a request of its own, which the guard checks anew.
 */
@Singleton
public final class Redirects {
  /** As much as honest sites need. */
  public static final int MAX_REDIRECTS = 5;

  private static final int TEMPORARY_REDIRECT = 307;
  private static final int PERMANENT_REDIRECT = 308;

  private static final Set<Integer> STATUSES =
      Set.of(
          HttpURLConnection.HTTP_MOVED_PERM,
          HttpURLConnection.HTTP_MOVED_TEMP,
          HttpURLConnection.HTTP_SEE_OTHER,
          TEMPORARY_REDIRECT,
          PERMANENT_REDIRECT);

  private final HttpSender sender;

  public Redirects(HttpSender sender) {
    this.sender = sender;
  }

  /**
   * Where the last request went, and what came of it.
   *
   * @param hops how many redirects led there
   */
  public record Arrival(Sent sent, HttpUrl url, int hops) {}

  /**
   * Sends it.
   *
   * @param credentials headers that no other origin than the first may see, beside those that are
   *     known to carry credentials
   * @param timeout for all requests together
   */
  public Arrival follow(Request request, Collection<String> credentials, Duration timeout)
      throws InterruptedException {
    return follow(request, credentials, timeout, _ -> true);
  }

  /**
   * Sends it.
   *
   * @param reads of which statuses of the last answer the body is wanted
   */
  public Arrival follow(
      Request request, Collection<String> credentials, Duration timeout, IntPredicate reads)
      throws InterruptedException {
    IntPredicate wanted = status -> !STATUSES.contains(status) && reads.test(status);
    long start = System.nanoTime();
    var next = request;
    for (int hops = 0; ; hops++) {
      var left = timeout.minusNanos(System.nanoTime() - start);
      var sent = sender.send(next, timeout, left, wanted);
      var target = target(sent, next.url());
      if (target.isEmpty()) {
        return new Arrival(sent, next.url(), hops);
      }
      if (hops == MAX_REDIRECTS) {
        return new Arrival(new Sent.Unanswered(tooMany(request)), next.url(), hops);
      }
      next = redirected(next, target.get(), credentials);
    }
  }

  /** Empty where this is the end: no redirect, or one to what is no address of the web. */
  private static Optional<HttpUrl> target(Sent sent, HttpUrl from) {
    return switch (sent) {
      case Sent.Answered(var answer, _, _) when STATUSES.contains(answer.status()) ->
          Optional.ofNullable(answer.headers().get("Location"))
              .flatMap(location -> Optional.ofNullable(from.resolve(location)));
      case Sent.Answered _, Sent.Unanswered _ -> Optional.empty();
    };
  }

  private static Request redirected(
      Request request, HttpUrl target, Collection<String> credentials) {
    var next =
        request
            .newBuilder()
            .url(target.newBuilder().username("").password("").fragment(null).build());
    if (!isSameOrigin(request.url(), target)) {
      next.removeHeader("Authorization").removeHeader("Cookie");
      credentials.forEach(next::removeHeader);
    }
    return next.build();
  }

  private static boolean isSameOrigin(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }

  private static Outcome tooMany(Request request) {
    return new Outcome.GiveUp(
        new Failure(
            "TOO_MANY_REDIRECTS",
            "%s %s was redirected more than %d times. Use the url that it ends at."
                .formatted(request.method(), request.url().host(), MAX_REDIRECTS)));
  }
}
