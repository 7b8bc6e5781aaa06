package io.agencytasks.local.aurora;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one Postgres running: when it dies, another takes its place on the same port. */
final class Failover {
  private static final Logger log = LoggerFactory.getLogger(Failover.class);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  /** Starts a server on the data and the port that it was made for. */
  interface Start {
    Postmaster now() throws IOException, InterruptedException;
  }

  private final Start start;
  private final Thread watch;
  private volatile Postmaster current;

  private Failover(Start start, Postmaster first) {
    this.start = start;
    this.current = first;
    this.watch = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::run);
  }

  static Failover start(Start start) throws IOException, InterruptedException {
    Failover failover = new Failover(start, start.now());
    failover.watch.start();
    return failover;
  }

  void stop() {
    watch.interrupt();
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    current.stop();
  }

  private void run() {
    try {
      while (true) {
        current.awaitEnd();
        log.warn("Postgres ended by itself: starting it again");
        startAgain();
        log.info("Postgres is back");
      }
    } catch (InterruptedException e) {
      log.debug("Postgres is about to be stopped: no longer watching it", e);
    }
  }

  private void startAgain() throws InterruptedException {
    while (true) {
      try {
        current = start.now();
        return;
      } catch (IOException | DatabaseRefused e) {
        // Sessions of the dead server may hold its memory for a moment yet.
        log.warn("Postgres does not start yet", e);
        Thread.sleep(BETWEEN_TRIES);
      }
    }
  }
}
