package io.agencytasks.functions.executors.extraction;

import static io.agencytasks.functions.executors.extraction.HtmlExtractionTest.done;
import static io.agencytasks.functions.executors.extraction.HtmlExtractionTest.failure;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and tables of JSON. */
class JsonExtractionTest {
  private static final String ORDERS =
      """
      {'data': {'id': 17, 'total': '1.234,50', 'exact': 1.10, 'none': null, 'a/b': true,
                'at': '2026-11-26 12:00'},
       'rows': [{'name': 'Desk', 'cost': 100}, {'name': '@SUM(1)', 'cost': null}, {'more': [1]}]}
      """;

  @Test
  void a_value_is_what_stands_at_its_pointer() throws Exception {
    try (var page = APage.ofJson(ORDERS)) {
      JsonNode fields =
          done(page.extracting(
                  """
                  'fields': {
                    'id': {'pointer': '/data/id', 'required': true},
                    'text': {'pointer': '/data/id', 'as': 'text'},
                    'total': {'pointer': '/data/total', 'as': 'number', 'decimal': ','},
                    'exact': {'pointer': '/data/exact'},
                    'none': {'pointer': '/data/none'},
                    'slash': {'pointer': '/data/a~1b'},
                    'at': {'pointer': '/data/at', 'as': 'date', 'pattern': 'uuuu-MM-dd HH:mm'},
                    'rows': {'pointer': '/rows', 'all': true},
                    'object': {'pointer': '/data', 'as': 'text'}}
                  """))
              .path("fields");

      assertThat(fields.path("id").intValue()).isEqualTo(17);
      assertThat(fields.path("text").textValue()).isEqualTo("17");
      assertThat(fields.path("total").decimalValue()).isEqualByComparingTo("1234.50");
      assertThat(fields.path("exact").toString()).startsWith("1.1");
      assertThat(fields.path("none").isNull()).isTrue();
      assertThat(fields.path("slash").booleanValue()).isTrue();
      assertThat(fields.path("at").asText()).isEqualTo("2026-11-26T12:00:00Z");
      assertThat(fields.path("rows")).hasSize(3);
      assertThat(fields.path("object").isNull()).isTrue();
    }
  }

  @Test
  void an_array_becomes_a_table() throws Exception {
    try (var page = APage.ofJson(ORDERS)) {
      done(
          page.extracting(
              """
              'tables': {'o': {'pointer': '/rows', 'columns': {
                'name': {'pointer': '/name'}, 'cost': {'pointer': '/cost'},
                'more': {'pointer': '/more'}}}}
              """));

      assertThat(new String(page.kept("table-o.csv"), UTF_8))
          .isEqualTo("name,cost,more\r\nDesk,100,\r\n'@SUM(1),,\r\n\"\",,[1]\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "utf-16be", "utf-16le", "utf-32be"})
  void json_may_be_in_any_form_of_unicode(String charset) throws Exception {
    var json = "{\"a\": \"Grüße \ud83d\ude80\"}";
    try (var page = APage.of("application/json", json.getBytes(Charset.forName(charset)))) {
      assertThat(
              done(page.extracting("'fields': {'a': {'pointer': '/a'}}")).at("/fields/a").asText())
          .isEqualTo("Grüße \ud83d\ude80");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<h1>Log in</h1>", "", "{", "{} {}", "{'a': 1e99999999999}"})
  void what_is_no_json_is_told_and_kept(String body) throws Exception {
    try (var page = APage.ofJson(body)) {
      assertThat(failure(page.extracting("'fields': {'a': {'pointer': '/a'}}")))
          .startsWith("127.0.0.1 answered 200, application/json. It is no JSON");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void depth_without_end_does_no_harm(String level) throws Exception {
    try (var page = APage.ofJson(level.repeat(100_000))) {
      assertThat(failure(page.extracting("'fields': {'a': {'pointer': '/a'}}")))
          .contains("The page has more than 500 levels");
    }
  }

  @Test
  void what_no_row_can_hold_is_left_out() throws Exception {
    var deep = "[".repeat(100) + "]".repeat(100);
    try (var page = APage.ofJson("{'a': 1e200, 'b': 'x\\u0000', 'c': %s}".formatted(deep))) {
      var fields =
          "'fields': {'a': {'pointer': '/a'}, 'b': {'pointer': '/b'}, 'c': {'pointer': '/c'}}";
      JsonNode result = done(page.extracting(fields)).path("fields");

      assertThat(result.path("a").isNull()).isTrue();
      assertThat(result.path("b").asText()).isEqualTo("x\ufffd");
      assertThat(result.path("c").isNull()).isTrue();
    }
  }
}
