package io.agencytasks.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose messages become tasks, and what the parts of rules may be. */
class RulesTest {

  @ParameterizedTest
  @CsvSource({
    "ann@example.com, Ann@Example.COM, true",
    "*@example.com, ann@example.com, true",
    "*@example.com, ann@example.com.evil, false",
    "+49*, +4915112345678, true",
    "+49*, +4315112345678, false",
    "a*a, a, false",
    "*, anybody, true",
    "ann, annabel, false"
  })
  void a_star_stands_for_anything(String pattern, String sender, boolean matches) {
    assertThat(rules(List.of(), List.of(pattern)).refusalOf(sender).isPresent()).isEqualTo(matches);
    assertThat(rules(List.of(pattern), List.of()).refusalOf(sender).isEmpty()).isEqualTo(matches);
  }

  @Test
  void who_is_blocked_is_refused_though_allowed() {
    var rules = rules(List.of("*@example.com"), List.of("eve@example.com"));

    assertThat(rules.refusalOf("ann@example.com")).isEmpty();
    assertThat(rules.refusalOf("eve@example.com")).isPresent();
  }

  @Test
  void who_is_unknown_is_refused_where_some_are_allowed() {
    assertThat(rules(List.of("ann"), List.of()).refusalOf(null)).isPresent();
    assertThat(rules(List.of(), List.of("ann")).refusalOf(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/~", "/~2", "#/a", " /a"})
  void what_is_no_pointer_is_none(String text) {
    assertThatThrownBy(() -> new Pointer(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/a/0", "/a~1b~0/ü"})
  void a_pointer_is_one(String text) {
    assertThat(new Pointer(text).text()).isEqualTo(text);
  }

  @Test
  void a_secret_of_ours_is_good_for_all_ways_of_proving() {
    var random = new Random(7);

    assertThat(Stream.generate(() -> WebhookSecret.random(random)).limit(200))
        .allMatch(WebhookSecret::isStandard)
        .allMatch(secret -> secret.value().matches("whsec_[A-Za-z0-9]{44}"))
        .doesNotHaveDuplicates();
  }

  private static Rules rules(List<String> allowed, List<String> blocked) {
    return new Rules(
        Mapping.NONE,
        allowed.stream().map(SenderPattern::new).toList(),
        blocked.stream().map(SenderPattern::new).toList(),
        List.of(),
        true,
        false,
        60);
  }
}
