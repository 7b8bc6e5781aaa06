package io.agencytasks.functions.executors.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "dd.MM.yyyy|en|UTC|26.11.2026|2026-11-26",
        "dd.MM.uuuu|en|UTC|29.02.2028|2028-02-29",
        "d MMMM uuuu|de|UTC|3 märz 2026|2026-03-03",
        "MMM d, yyyy|en|UTC|Nov 26, 2026|2026-11-26",
        "MM/dd/uuuu h:mm a|en|America/New_York|07/04/2026 9:05 pm|2026-07-05T01:05:00Z",
        "uuuu-MM-dd HH:mm|en|Europe/Berlin|2026-11-26 12:00|2026-11-26T11:00:00Z",
        "uuuu-MM-dd'T'HH:mm:ssXXX|en|Asia/Tokyo|2026-11-26T12:00:00+02:00|2026-11-26T10:00:00Z",
        "uuuu-MM-dd'T'HH:mm:ssXXX|en|UTC|2026-11-26T12:00:00Z|2026-11-26T12:00:00Z",
      })
  void a_date_in_its_pattern_is_written_as_iso_has_it(
      String pattern, String locale, String zone, String text, String iso) {
    assertThat(read(pattern, locale, zone, text)).isEqualTo(iso);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "dd.MM.yyyy|31.06.2026",
        "dd.MM.yyyy|29.02.2026",
        "dd.MM.yyyy|11/26/2026",
        "dd.MM.yyyy|26.11.2026 or so",
        "dd.MM.yyyy|tomorrow",
        "HH:mm|12:30",
      })
  void what_is_no_such_date_is_never_guessed(String pattern, String text) {
    assertThat(read(pattern, "en", "UTC", text)).isEqualTo("none");
  }

  private static String read(String pattern, String locale, String zone, String text) {
    return DateForm.of(pattern, Locale.forLanguageTag(locale), ZoneId.of(zone))
        .read(JsonNodeFactory.instance.textNode(text))
        .map(it -> it.textValue())
        .orElse("none");
  }
}
