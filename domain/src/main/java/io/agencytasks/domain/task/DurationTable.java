package io.agencytasks.domain.task;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.regex.Pattern;

/** A setting that gives each of several names a time: {@code low=0s,high=4h}. */
final class DurationTable {
  private static final Pattern ENTRY =
      Pattern.compile("\\s*([a-z]+)\\s*=\\s*(\\d{1,8})([smhd])\\s*");
  private static final Duration LONGEST = Duration.ofDays(365);

  private DurationTable() {}

  static <E extends Enum<E>> Map<E, Duration> read(String setting, String text, Class<E> names) {
    var table = new EnumMap<E, Duration>(names);
    for (var entry : text.split(",", -1)) {
      var matcher = ENTRY.matcher(entry);
      if (!matcher.matches()) {
        throw refused(setting, "\"%s\" is no name with a time such as high=4h".formatted(entry));
      }
      var name =
          EnumSet.allOf(names).stream()
              .filter(one -> one.toString().equals(matcher.group(1)))
              .findFirst()
              .orElseThrow(() -> refused(setting, "nothing is called " + matcher.group(1)));
      var time = time(Long.parseLong(matcher.group(2)), matcher.group(3));
      if (time.compareTo(LONGEST) > 0) {
        throw refused(setting, name + " is worth more than a year");
      }
      if (table.put(name, time) != null) {
        throw refused(setting, name + " stands there twice");
      }
    }
    var missing = EnumSet.allOf(names);
    missing.removeAll(table.keySet());
    if (!missing.isEmpty()) {
      throw refused(setting, "it leaves out " + missing);
    }
    return Map.copyOf(table);
  }

  private static Duration time(long amount, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static IllegalArgumentException refused(String setting, String why) {
    return new IllegalArgumentException("%s cannot be used: %s.".formatted(setting, why));
  }
}
