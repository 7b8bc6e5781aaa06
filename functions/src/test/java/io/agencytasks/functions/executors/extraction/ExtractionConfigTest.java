package io.agencytasks.functions.executors.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractionConfigTest {

  @Test
  void a_url_and_a_field_are_enough() {
    var config =
        ExtractionConfig.decode(
                json("{'url': 'https://a.example/', 'fields': {'title': {'select': 'h1'}}}"))
            .orElseThrow();

    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.wantsJson()).isFalse();
    assertThat(config.fields())
        .singleElement()
        .satisfies(
            field -> {
              assertThat(field.name()).isEqualTo("title");
              assertThat(field.all()).isFalse();
              assertThat(field.required()).isFalse();
              assertThat(field.form()).isEqualTo(new Form.Text());
            });
  }

  @Test
  void everything_can_be_said() {
    assertThat(
            faults(
                """
                {'url': 'https://a.example/', 'headers': {'Accept': 'text/html'}, 'timeoutSeconds': 50,
                 'auth': {'type': 'bearer', 'token': {'secretRef': 'shop'}},
                 'fields': {
                   'price': {'select': '.price', 'as': 'number', 'decimal': ',', 'group': ' ',
                             'required': true},
                   'links': {'select': 'a[href]', 'as': 'attribute', 'attribute': 'abs:href',
                             'all': true},
                   'body': {'select': 'main', 'as': 'html'},
                   'seen': {'select': 'time', 'as': 'date', 'attribute': 'datetime',
                            'pattern': 'd MMMM uuuu', 'zone': 'Europe/Berlin', 'locale': 'de-DE'}},
                 'tables': {'rows': {'select': 'table#x tr:has(td)', 'columns': {
                   'name': {'select': 'td:nth-child(1)'},
                   'cost': {'select': 'td:nth-child(2)', 'as': 'number'}}}}}
                """))
        .isEmpty();
    assertThat(
            faults(
                """
                {'url': 'https://a.example/', 'fields': {'id': {'pointer': '/data/id'}, 'all': {'pointer': ''},
                 'n': {'pointer': '/a~1b/m~0n', 'as': 'number', 'decimal': ','}}}
                """))
        .isEmpty();
  }

  @Test
  void all_faults_are_told_at_once_by_field() {
    assertFaults(
        """
        {'url': 'ftp://a.example', 'headers': {'Host': 'x'}, 'timeoutSeconds': 51, 'method': 'GET',
         'fields': {'a b': {'select': 'p'}, 'c': {'select': 'p', 'pointer': '/p'}, 'd': 1,
                    'e': {'select': '[['}, 'f': {'pointer': 'x'}, 'g': {'select': 'p', 'as': 'money'},
                    'h': {'select': 'p', 'as': 'attribute'}, 'i': {'select': 'p', 'first': true}},
         'tables': {'t': {'select': 'tr', 'columns': {}}}}
        """,
        "url",
        "headers.Host",
        "timeoutSeconds",
        "fields.a b",
        "fields.d",
        "fields.c.select",
        "fields.e.select",
        "fields.f.pointer",
        "fields.g.as",
        "fields.h.attribute",
        "fields.i.first",
        "tables.t.columns",
        "method");
  }

  @Test
  void something_must_be_wanted() {
    assertFaults("{'url': 'https://a.example/'}", "fields");
    assertFaults("{'url': 'https://a.example/', 'fields': {}}", "fields");
    assertFaults("{'url': 'https://a.example/', 'fields': []}", "fields", "fields");
    assertFaults("{}", "url", "fields");
  }

  @Test
  void a_page_is_either_html_or_json() {
    assertFaults(
        "{'url': 'https://a.example/', 'fields': {'a': {'select': 'p'}, 'b': {'pointer': '/p'}}}",
        "fields");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "p[",
        "p:frobnicate",
        "",
        " ",
        "p >",
        "a[href~=.*]",
        "p:matches(.*)",
        "p:matchesOwn(.*)",
        "p:ma\\\\74 ches(.*)",
        "div:has(a:has(b))",
        "div:has(a) p:has(b)",
        "p p p p p p p p p p p p p p p p p p p p p p",
        "a,b,c,d >",
      })
  void a_selector_that_may_run_away_or_is_none_is_refused(String selector) {
    assertFaults(field("'select': '" + selector + "'"), "fields.a.select");
  }

  @Test
  void a_selector_has_at_most_200_characters() {
    assertThat(faults(field("'select': '" + "p".repeat(200) + "'"))).isEmpty();
    assertFaults(field("'select': '" + "p".repeat(201) + "'"), "fields.a.select");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a/b", " /a", "/a~", "/a~2", "#/a"})
  void a_pointer_is_as_rfc_6901_has_it(String pointer) {
    assertFaults(field("'pointer': '" + pointer + "'"), "fields.a.pointer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'select': 'p', 'as': 'json'|as",
        "'pointer': '/p', 'as': 'html'|as",
        "'select': 'p', 'attribute': 'href'|attribute",
        "'select': 'p', 'as': 'attribute', 'attribute': 'a b'|attribute",
        "'pointer': '/p', 'as': 'number', 'attribute': 'href'|attribute",
        "'select': 'p', 'decimal': ','|decimal",
        "'select': 'p', 'as': 'number', 'decimal': ';'|decimal",
        "'select': 'p', 'as': 'number', 'decimal': ',', 'group': ','|group",
        "'select': 'p', 'as': 'number', 'pattern': 'uuuu'|pattern",
        "'select': 'p', 'as': 'date'|pattern",
        "'select': 'p', 'as': 'date', 'pattern': ''|pattern",
        "'select': 'p', 'as': 'date', 'pattern': 'bogus'|pattern",
        "'select': 'p', 'as': 'date', 'pattern': 'uuuu', 'zone': 'Mars/One'|zone",
        "'select': 'p', 'as': 'date', 'pattern': 'uuuu', 'locale': 'tlh-XX'|locale",
        "'select': 'p', 'all': 'yes'|all",
        "'select': 1|select",
      })
  void what_does_not_go_together_is_refused(String field, String fault) {
    assertFaults(field(field), "fields.a." + fault);
  }

  @Test
  void there_are_at_most_50_fields_5_tables_and_30_columns() {
    assertThat(faults("{'url': 'https://a.example/', 'fields': {" + entries(50) + "}}")).isEmpty();
    assertFaults("{'url': 'https://a.example/', 'fields': {" + entries(51) + "}}", "fields");
    assertThat(faults(tables(5, 30))).isEmpty();
    assertFaults(tables(6, 1), "tables");
    assertFaults(tables(1, 31), "tables.t0.columns");
  }

  private static String tables(int tables, int columns) {
    return IntStream.range(0, tables)
        .mapToObj(i -> "'t%d': {'select': 'tr', 'columns': {%s}}".formatted(i, entries(columns)))
        .collect(Collectors.joining(", ", "{'url': 'https://a.example/', 'tables': {", "}}"));
  }

  private static String entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "'f%d': {'select': 'p'}".formatted(i))
        .collect(Collectors.joining(", "));
  }

  private static String field(String field) {
    return "{'url': 'https://a.example/', 'fields': {'a': {" + field + "}}}";
  }

  private static List<Fault> faults(String json) {
    return ExtractionConfig.decode(json(json)).allFaults();
  }

  private static void assertFaults(String json, String... fields) {
    assertThat(faults(json))
        .extracting(fault -> fault.field().replaceFirst("executionConfig\\.", ""))
        .containsExactly(fields);
  }

  /** JSON is easier to read here with single quotes. */
  private static Json json(String text) {
    return new Json(text.replace('\'', '"'));
  }
}
