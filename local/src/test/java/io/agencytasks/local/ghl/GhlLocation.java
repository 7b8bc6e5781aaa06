package io.agencytasks.local.ghl;

import com.sun.net.httpserver.HttpHandler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A location of the stub: what it was asked for, and what it answers next. */
public final class GhlLocation {
  static final int REQUESTS = 100;
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final String token;
  private final String id;
  private final Deque<Duration> times = new ArrayDeque<>();
  private final Deque<HttpHandler> next = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private int refused;

  GhlLocation(String token, String id) {
    this.token = token;
    this.id = id;
  }

  public String token() {
    return token;
  }

  public String id() {
    return id;
  }

  /** Answers the next requests so, before it does as the reference says. */
  public synchronized GhlLocation answering(HttpHandler... inOrder) {
    next.addAll(List.of(inOrder));
    return this;
  }

  /** What it was asked for, in order: {@code POST /contacts/}. */
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** What was sent with each. */
  public synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  /** How many requests came when it took no more. */
  public synchronized int refused() {
    return refused;
  }

  /** Counts a request; how many more it takes, less than none where this one is refused. */
  synchronized int take(String request, String body, Duration now) {
    times.removeIf(time -> time.plus(WINDOW).compareTo(now) <= 0);
    if (times.size() >= REQUESTS) {
      refused++;
      return -1;
    }
    times.add(now);
    requests.add(request);
    bodies.add(body);
    return REQUESTS - times.size();
  }

  synchronized Optional<HttpHandler> next() {
    return Optional.ofNullable(next.poll());
  }
}
