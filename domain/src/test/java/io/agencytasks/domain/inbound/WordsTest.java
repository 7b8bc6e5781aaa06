package io.agencytasks.domain.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Description;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Title;
import io.agencytasks.domain.task.Urgency;
import io.agencytasks.domain.webhook.Mapping;
import io.agencytasks.domain.webhook.Phrase;
import io.agencytasks.domain.webhook.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Urgency from words is a rule of the webhook's, and no magic. */
class WordsTest {
  private static final Phrase ASAP = new Phrase("asap", null, Urgency.URGENT);
  private static final Phrase DOWN = new Phrase("is down", Priority.CRITICAL, Urgency.SOON);

  @Test
  void the_strongest_phrase_counts_in_title_and_description() {
    var heard = Words.heard(rules(true, ASAP, DOWN), wish("The shop IS DOWN", "Please, asap!"));

    assertThat(heard.priority()).isEqualTo(Priority.CRITICAL);
    assertThat(heard.urgency()).isEqualTo(Urgency.URGENT);
    assertThat(heard.title()).isEqualTo(new Title("The shop IS DOWN"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"asapx", "xasap", "as ap", "äasap"})
  void a_phrase_is_whole_words(String text) {
    assertThat(Words.heard(rules(true, ASAP), wish(text, "")).urgency()).isNull();
  }

  @Test
  void a_marker_counts_more_than_a_phrase_and_a_phrase_more_than_a_field() {
    var wish =
        new TaskWish(
            new Title("asap #normal"), null, Priority.LOW, Urgency.SOON, null, null, null, null);

    var heard = Words.heard(rules(true, ASAP), wish);

    assertThat(heard.urgency()).isEqualTo(Urgency.NORMAL);
    assertThat(heard.priority()).isEqualTo(Priority.LOW);
    assertThat(Words.heard(rules(false, ASAP), wish).urgency()).isEqualTo(Urgency.URGENT);
  }

  @Test
  void where_they_are_not_wanted_markers_are_text() {
    var heard = Words.heard(rules(false), wish("#high Call", "due:2026-12-01"));

    assertThat(heard.title()).isEqualTo(new Title("#high Call"));
    assertThat(heard.priority()).isNull();
    assertThat(heard.deadline()).isNull();
  }

  @Test
  void a_title_of_nothing_but_markers_keeps_them() {
    var heard = Words.heard(rules(true), wish("#high", ""));

    assertThat(heard.title()).isEqualTo(new Title("#high"));
    assertThat(heard.priority()).isEqualTo(Priority.HIGH);
  }

  private static TaskWish wish(String title, String description) {
    return TaskWish.of(new Title(title), new Description(description));
  }

  private static Rules rules(boolean markers, Phrase... phrases) {
    return new Rules(Mapping.NONE, List.of(), List.of(), List.of(phrases), markers, false, 60);
  }
}
