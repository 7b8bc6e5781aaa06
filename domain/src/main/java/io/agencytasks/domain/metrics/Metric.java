package io.agencytasks.domain.metrics;

import java.time.Duration;
import java.util.Locale;

/**
 * What is measured.
 *
 * @param name as dashboards and alarms call it
 */
public record Metric(String name, Unit unit) {
  /** Tasks that may run now, a million at the most. */
  public static final Metric READY = new Metric("Ready", Unit.COUNT);

  /** Executions that have a worker: those that await a callback have none. */
  public static final Metric RUNNING = new Metric("Running", Unit.COUNT);

  /** Tasks that wait for their time, a review, another task or a person, a million at the most. */
  public static final Metric WAITING = new Metric("Waiting", Unit.COUNT);

  /** For how long the one has been ready that has been for longest; 0 where none is. */
  public static final Metric OLDEST_READY_AGE = new Metric("OldestReadyAge", Unit.SECONDS);

  /** From when a task could run until it was claimed. */
  public static final Metric TIME_TO_START = new Metric("TimeToStart", Unit.MILLISECONDS);

  /** What a claim took, for however many tasks. */
  public static final Metric CLAIM_DURATION = new Metric("ClaimDuration", Unit.MILLISECONDS);

  /** Executions that did what they should. */
  public static final Metric SUCCEEDED = new Metric("Succeeded", Unit.COUNT);

  /** Executions that failed or took too long, whether or not the task is tried again. */
  public static final Metric FAILED = new Metric("Failed", Unit.COUNT);

  /** Tasks that are tried again after a failure. */
  public static final Metric RETRIED = new Metric("Retried", Unit.COUNT);

  /** Outcomes that came too late: of executions that were no longer their worker's. */
  public static final Metric SETTLES_REFUSED = new Metric("SettlesRefused", Unit.COUNT);

  /** Parts of a sweep that broke. */
  public static final Metric SWEEP_PARTS_FAILED = new Metric("SweepPartsFailed", Unit.COUNT);

  /** Requests to webhooks that did not prove whose they are, or named none that takes messages. */
  public static final Metric HOOKS_REFUSED = new Metric("HooksRefused", Unit.COUNT);

  /** Notices of mail that cannot be read, or tell of another topic or bucket than ours. */
  public static final Metric MAILS_REFUSED = new Metric("MailsRefused", Unit.COUNT);

  /** Text messages to no webhook's number, or that say no number, or came by another topic. */
  public static final Metric TEXTS_REFUSED = new Metric("TextsRefused", Unit.COUNT);

  /** What it is counted in. */
  public enum Unit {
    COUNT,
    MILLISECONDS,
    SECONDS
  }

  /** How much a part of the sweep had to do, by the part's word: {@code SweptLost} and so on. */
  public static Metric swept(String word) {
    return new Metric(
        "Swept" + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1), Unit.COUNT);
  }

  public Measurement of(double value) {
    return new Measurement(this, value);
  }

  /** Of a metric in milliseconds. */
  public Measurement of(Duration value) {
    return new Measurement(this, value.toNanos() / 1e6);
  }
}
