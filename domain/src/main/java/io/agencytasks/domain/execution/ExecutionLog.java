package io.agencytasks.domain.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an attempt did, in order, for its task's owner to read: never a secret, never a payload.
 * Kept up to {@value #MAX_BYTES} bytes; what comes after is dropped, and a last line says so.
 */
public final class ExecutionLog {
  /** What the lines may measure as a row keeps them. */
  static final int MAX_BYTES = 16 * 1024;

  private static final int MAX_MESSAGE = 1_000;

  /** The time, the level and all that surrounds them and the message. */
  private static final int FRAME = 100;

  /** Kept free for the line that says that others were dropped. */
  private static final int LAST_LINE = 200;

  private final Clock clock;
  private final List<Line> lines = new ArrayList<>();
  private int bytes;
  private boolean full;

  ExecutionLog(Clock clock) {
    this.clock = clock;
  }

  /** How much a line matters. */
  public enum Level {
    INFO,
    WARN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Something that was done, or happened. */
  public record Line(Instant at, Level level, String message) {}

  /** Notes what was done. */
  public void info(String message) {
    add(Level.INFO, message);
  }

  /** Notes what went wrong, or not as it should. */
  public void warn(String message) {
    add(Level.WARN, message);
  }

  synchronized List<Line> lines() {
    return List.copyOf(lines);
  }

  private synchronized void add(Level level, String message) {
    if (full) {
      return;
    }
    var text = plain(message);
    bytes += FRAME + size(text);
    full = bytes > MAX_BYTES - LAST_LINE;
    lines.add(
        full
            ? new Line(clock.instant(), Level.WARN, "The log is full: what followed was dropped.")
            : new Line(clock.instant(), level, text));
  }

  /** One line that any row can hold. */
  private static String plain(String message) {
    var text = message.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
    return text.codePointCount(0, text.length()) <= MAX_MESSAGE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_MESSAGE));
  }

  /** In JSON, where a quote and a backslash take two. */
  private static int size(String text) {
    int escaped = (int) text.chars().filter(c -> c == '"' || c == '\\').count();
    return text.getBytes(UTF_8).length + escaped;
  }
}
