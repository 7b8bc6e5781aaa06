package io.agencytasks.functions.executors.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.functions.executors.extraction.NumberForm.Decimal;
import io.agencytasks.functions.executors.extraction.NumberForm.Group;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormTest {
  private static final NumberForm POINT = NumberForm.of(Decimal.POINT, Group.COMMA);
  private static final NumberForm COMMA = NumberForm.of(Decimal.COMMA, Group.POINT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0|0",
        "42|42",
        "1,234.56|1234.56",
        "1234.5|1234.5",
        "12,345,678|12345678",
        "1.10|1.10",
        "007|7",
        "$ 1,999.00 per month|1999.00",
        "€5|5",
        "EUR12,000|12000",
        "-5|-5",
        "\u22125.5 °C|-5.5",
        "-$1,000.50|-1000.50",
        "-€ 5|-5",
        "from - 5 EUR|5",
        "A-5|5",
        "(12)|12",
        "50%|50",
        "It costs 5.|5",
        "up to 1,234,|1234",
      })
  void a_number_with_a_decimal_point_is_read(String text, String number) {
    assertThat(POINT.read(node(text)))
        .hasValueSatisfying(it -> assertThat(it.decimalValue()).isEqualTo(new BigDecimal(number)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"1.234,56 €|1234.56", "1.234|1234", "0,5|0.5", "1234,5|1234.5", "-1.000|-1000"})
  void a_number_with_a_decimal_comma_is_read(String text, String number) {
    assertThat(COMMA.read(node(text)))
        .hasValueSatisfying(it -> assertThat(it.decimalValue()).isEqualTo(new BigDecimal(number)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "free",
        "1.234,56",
        "1,23",
        "1,2345",
        "12,34,567",
        "1.2.3",
        ".5",
        "-.5",
        "5-7",
        "2 for 5",
        "1e5",
        "1 234",
        "1'234",
        "26.11.2026",
        "+49 30 1234",
        "\u0661\u0662",
      })
  void what_is_not_one_number_is_never_guessed(String text) {
    assertThat(POINT.read(node(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,234.56", "1.5", ",5", "1.23", "1.2345"})
  void nor_is_a_point_taken_for_a_comma(String text) {
    assertThat(COMMA.read(node(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 234,5", "1\u00a0234,5", "1\u202f234,5", "1\u2009234,5"})
  void groups_may_be_told_apart_by_any_blank(String text) {
    assertThat(NumberForm.of(Decimal.COMMA, Group.BLANK).read(node(text)))
        .hasValueSatisfying(it -> assertThat(it.decimalValue()).isEqualTo("1234.5"));
  }

  @Test
  void or_by_an_apostrophe() {
    assertThat(NumberForm.of(Decimal.POINT, Group.APOSTROPHE).read(node("CHF 1\u2019234'000.05")))
        .hasValueSatisfying(it -> assertThat(it.decimalValue()).isEqualTo("1234000.05"));
  }

  @Test
  void a_number_of_json_is_one_already() {
    assertThat(COMMA.read(JsonNodeFactory.instance.numberNode(new BigDecimal("1.50"))))
        .isEqualTo(Optional.of(JsonNodeFactory.instance.numberNode(new BigDecimal("1.50"))));
    assertThat(COMMA.read(JsonNodeFactory.instance.booleanNode(true))).isEmpty();
  }

  @Test
  void long_texts_are_no_numbers_and_cost_nothing() {
    assertThat(POINT.read(node("1,111".repeat(2_000_000)))).isEmpty();
    assertThat(POINT.read(node("1" + ",111".repeat(200)))).isEmpty();
    assertThat(POINT.read(node("x".repeat(999) + "1"))).isPresent();
  }

  private static JsonNode node(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }
}
