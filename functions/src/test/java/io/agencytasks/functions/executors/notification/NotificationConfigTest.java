package io.agencytasks.functions.executors.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationConfigTest {
  private static final String LEAST =
      "{'recipients': [{'email': 'a@x.example'}], 'subject': 'S', 'text': 'T'}";

  @Test
  void a_recipient_a_subject_and_a_text_are_enough() {
    var config = NotificationConfig.decode(json(LEAST)).orElseThrow();

    assertThat(config.recipients()).extracting(Recipient::shown).containsExactly("a@x.example");
    assertThat(config.onUncertain()).isEqualTo(OnUncertain.ASK);
    assertThat(config.html()).isEmpty();
  }

  @Test
  void who_is_told_by_message_alone_needs_no_subject() {
    assertThat(faults("{'recipients': [{'sms': '+15550100'}], 'text': 'T'}")).isEmpty();
  }

  @Test
  void all_faults_are_told_at_once_by_field() {
    assertThat(
            faults(
                """
                {'recipients': [{'email': 'a'}, {'sms': '1'}, {'webhook': 'ftp://a'}, {},
                  {'email': 'a@x.example', 'sms': '+15550100'},
                  {'email': 'a@x.example', 'secret': {'secretRef': 's'}},
                  {'email': 'A@X.example'},
                  {'webhook': 'https://a.example', 'secret': 'whsec_literal', 'more': 1}],
                 'subject': 'a\\nb', 'text': ' ', 'html': 7, 'onUncertain': 'maybe', 'cc': []}
                """))
        .contains(
            "executionConfig.recipients[0].email",
            "executionConfig.recipients[1].sms",
            "executionConfig.recipients[2].webhook",
            "executionConfig.recipients[2].secret",
            "executionConfig.recipients[3].email",
            "executionConfig.recipients[4].sms",
            "executionConfig.recipients[5].secret",
            "executionConfig.recipients[6].email",
            "executionConfig.recipients[7].secret",
            "executionConfig.recipients[7].more",
            "executionConfig.subject",
            "executionConfig.text",
            "executionConfig.html",
            "executionConfig.onUncertain",
            "executionConfig.cc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "1", "[1]", "[null]", "[[]]", "null", "'a@x.example'"})
  void recipients_are_a_list_of_objects(String recipients) {
    assertThat(faults("{'recipients': %s, 'text': 'T'}".formatted(recipients)))
        .containsExactly("executionConfig.recipients");
  }

  @ParameterizedTest
  @CsvSource({"20, true", "21, false"})
  void at_most_twenty_are_told(int count, boolean valid) {
    var recipients =
        IntStream.range(0, count)
            .mapToObj("{'sms': '+155501%02d'}"::formatted)
            .collect(Collectors.joining(", ", "[", "]"));

    assertThat(faults("{'recipients': %s, 'text': 'T'}".formatted(recipients)).isEmpty())
        .isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "email, 10000, true",
    "email, 10001, false",
    "sms, 1600, true",
    "sms, 1601, false",
  })
  void a_text_is_as_long_as_whoever_carries_it_allows(String kind, int length, boolean valid) {
    var to = kind.equals("sms") ? "+15550100" : "a@x.example";
    var config =
        "{'recipients': [{'%s': '%s'}], 'subject': '%s', 'text': '%s'}"
            .formatted(kind, to, "🦉".repeat(200), "🦉".repeat(length));

    assertThat(faults(config).isEmpty()).isEqualTo(valid);
  }

  @Test
  void html_is_for_mail_programs() {
    assertThat(faults("{'recipients': [{'sms': '+15550100'}], 'text': 'T', 'html': '<b>'}"))
        .containsExactly("executionConfig.html");
  }

  @Test
  void no_mutation_breaks_the_reader() {
    var random = new Random(17);
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder(LEAST.replace('\'', '"'));
      for (int n = random.nextInt(4); n >= 0; n--) {
        text.setCharAt(random.nextInt(text.length()), "{}[],:\"1a@\\ ".charAt(random.nextInt(12)));
      }
      try {
        NotificationConfig.decode(new Json(text.toString())).allFaults();
        ReminderConfig.decode(new Json(text.toString())).allFaults();
      } catch (IllegalArgumentException malformed) {
        assertThat(malformed).hasMessage("executionConfig is not JSON");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'email': true, 'note': 'N'}",
        "{'email': false, 'webhook': {'url': 'https://a.example', 'secret': {'secretRef': 's'}}}"
      })
  void a_reminder_reaches_its_owner(String config) {
    assertThat(ReminderConfig.decode(json(config)).allFaults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'email': false}|executionConfig.email",
        "{'email': 'a@x.example'}|executionConfig.email",
        "{'note': ' '}|executionConfig.note",
        "{'webhook': 'https://a.example'}|executionConfig.webhook",
        "{'webhook': {'url': 'https://a.example'}}|executionConfig.webhook.secret",
        "{'to': 'a@x.example'}|executionConfig.to"
      })
  void a_reminder_that_is_wrong_says_where(String config, String field) {
    assertThat(ReminderConfig.decode(json(config)).allFaults())
        .extracting(Fault::field)
        .containsExactly(field);
  }

  private static List<String> faults(String config) {
    return NotificationConfig.decode(json(config)).allFaults().stream().map(Fault::field).toList();
  }

  private static Json json(String config) {
    return new Json(config.replace('\'', '"'));
  }
}
