package io.agencytasks.functions.executors.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Outcome.Done;
import io.agencytasks.domain.execution.Outcome.GiveUp;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and tables of pages as they come: well made, badly made, and made to do harm. */
@Timeout(60)
class HtmlExtractionTest {
  private static final String SHOP =
      """
      <!doctype html><title>Shop</title><base href="/shop/new/">
      <h1> A  <b>fine</b>
        lamp</h1>
      <p class=price>1.234,50 \u20ac</p><time datetime="2026-11-26">today</time>
      <a href="one">1</a><a>none</a><a href="http://b.example/two">2</a>
      <table id=x><tr><th>Name<th>Cost
      <tr><td>Desk, large<td>100<tr><td>=cmd()<td>-5<tr><td>"Big" one<td>call us</table>
      """;

  @Test
  void a_value_is_a_text_an_attribute_html_a_number_or_a_date() throws Exception {
    JsonNode result =
        result(
            SHOP,
            """
            'fields': {
              'name': {'select': 'h1'},
              'html': {'select': 'h1', 'as': 'html'},
              'price': {'select': '.price', 'as': 'number', 'decimal': ','},
              'seen': {'select': 'time', 'as': 'date', 'attribute': 'datetime',
                       'pattern': 'uuuu-MM-dd'},
              'link': {'select': 'a', 'as': 'attribute', 'attribute': 'href'},
              'links': {'select': 'a', 'as': 'attribute', 'attribute': 'abs:href', 'all': true},
              'none': {'select': '.gone'},
              'nones': {'select': '.gone', 'all': true},
              'unread': {'select': 'h1', 'as': 'number'}}
            """);

    assertThat(result.path("status").asInt()).isEqualTo(200);
    assertThat(result.path("contentType").asText()).isEqualTo("text/html; charset=utf-8");
    JsonNode fields = result.path("fields");
    assertThat(fields.path("name").asText()).isEqualTo("A fine lamp");
    assertThat(fields.path("html").asText()).contains("<b>fine</b>");
    assertThat(fields.path("price").decimalValue()).isEqualByComparingTo("1234.50");
    assertThat(fields.path("seen").asText()).isEqualTo("2026-11-26");
    assertThat(fields.path("link").asText()).isEqualTo("one");
    assertThat(fields.path("links").get(0).asText()).endsWith("/shop/new/one");
    assertThat(fields.path("links").get(1).asText()).isEqualTo("http://b.example/two");
    assertThat(fields.path("none").isNull()).isTrue();
    assertThat(fields.path("nones")).isEmpty();
    assertThat(fields.path("unread").isNull()).isTrue();
  }

  @Test
  void a_table_becomes_a_file_that_no_spreadsheet_runs() throws Exception {
    try (var page = APage.of(SHOP)) {
      JsonNode result =
          done(
              page.extracting(
                  """
                  'tables': {'rows': {'select': 'table#x tr:has(td)', 'columns': {
                    'name': {'select': 'td:nth-child(1)'},
                    '-cost': {'select': 'td:nth-child(2)', 'as': 'number'},
                    'raw': {'select': 'td:nth-child(2)'}}}}
                  """));

      assertThat(result.at("/tables/rows/rows").asInt()).isEqualTo(3);
      assertThat(result.at("/tables/rows/artifact/name").asText()).isEqualTo("table-rows.csv");
      assertThat(new String(page.kept("table-rows.csv"), UTF_8))
          .isEqualTo(
              "name,'-cost,raw\r\n\"Desk, large\",100,100\r\n'=cmd(),-5,'-5\r\n"
                  + "\"\"\"Big\"\" one\",,call us\r\n");
    }
  }

  @Test
  void what_is_required_and_missing_is_named_and_the_page_kept() throws Exception {
    try (var page = APage.of(SHOP)) {
      var outcome =
          page.extracting(
              """
              'fields': {'a': {'select': '.gone', 'required': true},
                         'b': {'select': 'h1', 'as': 'number', 'required': true},
                         'c': {'select': '.gone'}}
              """);

      assertThat(failure(outcome))
          .isEqualTo(
              "127.0.0.1 answered 200, text/html; charset=utf-8. It lacks a (nothing is there), b"
                  + " (not all is one number with . before its fraction). The page is kept as"
                  + " page.html.");
      assertThat(new String(page.kept("page.html"), UTF_8)).isEqualTo(SHOP);
    }
  }

  @Test
  void what_is_too_long_for_a_result_is_in_an_artifact() throws Exception {
    var story = "x".repeat(20_000);
    try (var page = APage.of("<h1>Short</h1><p>%s</p>".formatted(story))) {
      JsonNode result =
          done(page.extracting("'fields': {'a': {'select': 'h1'}, 'b': {'select': 'p'}}"));

      assertThat(result.at("/fields/a").asText()).isEqualTo("Short");
      assertThat(result.at("/fields/b").isNull()).isTrue();
      assertThat(result.path("leftOut")).hasSize(1);
      assertThat(result.at("/artifact/name").asText()).isEqualTo("data.json");
      assertThat(new ObjectMapper().readTree(page.kept("data.json")).path("b").asText())
          .isEqualTo(story);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html; charset=windows-1251|windows-1251|",
        "text/html|windows-1251|<meta charset=windows-1251>",
        "text/html|koi8-r|<meta http-equiv=content-type content='text/html; charset=koi8-r'>",
        "text/html|utf-8|",
        "text/html; charset=nonsense|utf-8|",
        "text/html; charset=utf-8|utf-8|<meta charset=windows-1251>",
      })
  void a_page_is_read_in_its_own_character_set(String type, String charset, String meta)
      throws Exception {
    var html = "<html><head>%s</head><h1>Привет</h1>".formatted(meta == null ? "" : meta);
    try (var page = APage.of(type, html.getBytes(Charset.forName(charset)))) {
      assertThat(
              done(page.extracting("'fields': {'a': {'select': 'h1'}}")).at("/fields/a").asText())
          .isEqualTo("Привет");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "utf-16be", "utf-16le"})
  void its_first_bytes_weigh_more_than_its_header(String charset) throws Exception {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\ufeff<h1>Grüße</h1>".getBytes(Charset.forName(charset)));
    try (var page = APage.of("text/html; charset=iso-8859-1", bytes.toByteArray())) {
      assertThat(
              done(page.extracting("'fields': {'a': {'select': 'h1'}}")).at("/fields/a").asText())
          .isEqualTo("Grüße");
    }
  }

  @Test
  void a_feed_is_read_as_xml() throws Exception {
    var feed = "<rss><channel><link>https://a.example/</link></channel></rss>";
    try (var page = APage.of("application/rss+xml", feed.getBytes(UTF_8))) {
      assertThat(
              done(page.extracting("'fields': {'a': {'select': 'channel > link'}}"))
                  .at("/fields/a")
                  .asText())
          .isEqualTo("https://a.example/");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<svg>"})
  void depth_without_end_does_no_harm(String tag) throws Exception {
    try (var page = APage.of("<h1>Top</h1>" + tag.repeat(20_000) + "<i>deep</i>")) {
      assertThat(
              done(page.extracting("'fields': {'a': {'select': 'h1'}, 'b': {'select': 'i'}}"))
                  .at("/fields/b")
                  .asText())
          .isEqualTo("deep");
    }
  }

  @Test
  void a_hundred_thousand_nested_elements_are_refused_or_read() throws Exception {
    for (var count : new int[] {99_000, 101_000}) {
      try (var page = APage.of("<div>".repeat(count))) {
        var outcome = page.extracting("'fields': {'a': {'select': 'div', 'required': true}}");
        assertThat(outcome).isInstanceOf(count < Effort.MAX_ELEMENTS ? Done.class : GiveUp.class);
      }
    }
  }

  @Test
  void elements_that_the_parser_repeats_count_too() throws Exception {
    var formats = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      formats.append("<b id=i").append(i).append('>');
    }
    try (var page = APage.of(formats + "<p>x</p>".repeat(100_000))) {
      assertThat(failure(page.extracting("'fields': {'a': {'select': 'p'}}")))
          .contains("The page has more than 100,000 elements.");
    }
  }

  @Test
  void a_selector_that_finds_all_many_times_over_is_stopped() throws Exception {
    try (var page = APage.of("<div>long text".repeat(6_000))) {
      assertThat(failure(page.extracting("'fields': {'a': {'select': '*', 'all': true}}")))
          .contains("gives more than 10,485,760 characters: narrow the selectors.");
    }
  }

  private static JsonNode result(String html, String fields) throws Exception {
    try (var page = APage.of(html)) {
      return done(page.extracting(fields));
    }
  }

  static JsonNode done(Outcome outcome) throws Exception {
    assertThat(outcome).isInstanceOf(Done.class);
    return new ObjectMapper().readTree(((Done) outcome).result().text());
  }

  static String failure(Outcome outcome) {
    assertThat(outcome).isInstanceOf(GiveUp.class);
    return ((GiveUp) outcome).why().message();
  }
}
