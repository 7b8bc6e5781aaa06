package io.agencytasks.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The job of the other systems: one request, counted when it is answered. */
final class Asking {
  private static final long PATIENCE_SECONDS = 300;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;
  private volatile CountDownLatch left = new CountDownLatch(0);

  Asking(URI target) {
    this.request = HttpRequest.newBuilder(target).build();
  }

  void expect(int jobs) {
    left = new CountDownLatch(jobs);
  }

  void ask() {
    try {
      http.send(request, BodyHandlers.discarding());
      left.countDown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void await() throws InterruptedException, TimeoutException {
    if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new TimeoutException(left.getCount() + " jobs were never done");
    }
  }
}
