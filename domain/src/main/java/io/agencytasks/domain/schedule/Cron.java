package io.agencytasks.domain.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times by the five fields of Unix cron: minute, hour, day of month, month, day of week. Where both
 * kinds of days are given, either will do.
 *
 * <p>They are times on the wall. One that the clocks jump over comes at the moment that they jump;
 * one that they show twice comes once, at the first.
 */
public final class Cron {
  private static final int MOST_CHARACTERS = 100;
  private static final String FIELD = "[0-9A-Za-z*/,-]+";
  private static final Pattern FORM = Pattern.compile(FIELD + "( " + FIELD + "){4}");
  private static final CronDefinition UNIX =
      CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX);

  private final String text;
  private final ExecutionTime times;

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException when it is none, or its time never comes
   */
  public Cron(String text) {
    this.text = text;
    this.times = read(text);
    if (nextOnTheWall(LocalDateTime.of(2000, 1, 1, 0, 0)).isEmpty()) {
      throw new IllegalArgumentException("must name a day that there is");
    }
  }

  private static ExecutionTime read(String text) {
    var message = "must be five fields of Unix cron, like \"30 9 * * 1-5\"";
    if (text.length() > MOST_CHARACTERS || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(message);
    }
    try {
      return ExecutionTime.forCron(new CronParser(UNIX).parse(text).validate());
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(message, unreadable);
    }
  }

  /** The first time after this one. */
  Optional<Instant> after(Instant moment, ZoneId zone) {
    var wall = nextOnTheWall(LocalDateTime.ofInstant(moment, zone));
    // While the clocks show an hour again, its times lie behind.
    while (wall.isPresent() && !moment(wall.get(), zone).isAfter(moment)) {
      wall = nextOnTheWall(wall.get());
    }
    return wall.map(time -> moment(time, zone));
  }

  /** The last time up to this one. */
  Optional<Instant> upTo(Instant moment, ZoneId zone) {
    var last =
        times
            .lastExecution(LocalDateTime.ofInstant(moment, zone).atZone(ZoneOffset.UTC))
            .map(wall -> moment(wall.toLocalDateTime(), zone));
    var next = after(last.orElse(moment), zone);
    while (next.isPresent() && !next.get().isAfter(moment)) {
      last = next;
      next = after(next.get(), zone);
    }
    return last;
  }

  /** Without a zone there are no jumps. */
  private Optional<LocalDateTime> nextOnTheWall(LocalDateTime time) {
    return times.nextExecution(time.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }

  private static Instant moment(LocalDateTime wall, ZoneId zone) {
    var jump = zone.getRules().getTransition(wall);
    return jump != null && jump.isGap() ? jump.getInstant() : wall.atZone(zone).toInstant();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cron cron && cron.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
