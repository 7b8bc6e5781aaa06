package io.agencytasks.functions.outbound;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Sends requests on behalf of tasks, each once, and waits for their answers. */
@Singleton
public final class HttpSender {
  private final OkHttpClient client;
  private final Clock clock;

  public HttpSender(OkHttpClient client, Clock clock) {
    this.client = client.newBuilder().addNetworkInterceptor(Departure::note).build();
    this.clock = clock;
  }

  /** Sends it and reads whatever is answered, up to {@value Answer#MAX_BODY_BYTES} bytes. */
  public Sent send(Request request, Duration timeout) throws InterruptedException {
    return send(request, timeout, _ -> true);
  }

  /**
   * Sends it.
   *
   * @param timeout for the whole, from looking up the host to the last byte
   * @param reads of which statuses the body is wanted
   */
  public Sent send(Request request, Duration timeout, IntPredicate reads)
      throws InterruptedException {
    return send(request, timeout, timeout, reads);
  }

  /**
   * Sends one of several requests that share their time.
   *
   * @param left how much of it is left for this one
   */
  Sent send(Request request, Duration timeout, Duration left, IntPredicate reads)
      throws InterruptedException {
    var departure = new Departure();
    var call = client.newCall(departure.of(request));
    var trouble = new Trouble(request, departure);
    Instant start = clock.instant();
    try {
      var answer = new Exchange(call, reads).await(left);
      return new Sent.Answered(answer, start, clock.instant());
    } catch (TimeoutException _) {
      return new Sent.Unanswered(trouble.timedOut(timeout));
    } catch (IOException failure) {
      return new Sent.Unanswered(trouble.failed(failure));
    }
  }
}
