package io.agencytasks.local.hostile;

import io.agencytasks.local.contract.Shape;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What must not stand in paths, queries and headers. */
final class BadTexts {
  static final List<String> IDS =
      List.of(
          "0",
          "-0",
          "-1",
          "+1",
          " 1",
          "1 ",
          "1e3",
          "1.0",
          "1,2",
          "007",
          "0x1",
          "1_0",
          "x",
          "null",
          "NaN",
          "{id}",
          "*",
          "..",
          "%31",
          "1%00",
          "1\u0000",
          "1\n",
          "1'--",
          "1;drop",
          "\u0661",
          "\uff11",
          "\u09e7",
          "\ud83d\ude80",
          "\u00b9",
          "9007199254740992",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551617",
          "9".repeat(5000));

  static final List<String> NAMES =
      List.of(
          " ",
          "a b",
          "a ",
          " a",
          "a\n",
          "a\u0000",
          "a%00",
          "%61",
          "a/b",
          "../1/a",
          "..",
          ".",
          "a.b",
          "a*",
          "{name}",
          "a'--",
          "a;b",
          "a,b",
          "a:b",
          "a@b",
          "a+b",
          "a=b",
          "\u00e4",
          "\u0430",
          "\uff21",
          "\u0661",
          "\ud83d\ude80",
          "a".repeat(65),
          "a".repeat(5000));

  private static final List<String> NUMBERS =
      List.of(
          "",
          "-1",
          "-0",
          "+1",
          "%2B1",
          "%201",
          "1%20",
          "007",
          "00",
          "1.0",
          "1e1",
          "1,2",
          "0x1",
          "ten",
          "NaN",
          "Infinity",
          "null",
          "true",
          "%D9%A1",
          "%EF%BC%91",
          "%31%00",
          "2147483648",
          "4294967297",
          "9223372036854775808",
          "99999999999999999999",
          "9".repeat(5000));

  private static final List<String> ZONES =
      List.of(
          "",
          "Mars/Olympus",
          "europe/berlin",
          "Europe%2FBerlin%00",
          "Europe/Berlin%20",
          "%2B02:00",
          "UTC%2B2",
          "GMT-03:00",
          "UT%2B1",
          "Z",
          "7",
          "..%2F..%2Fetc%2Fpasswd",
          "Europe",
          "utc'--",
          "localtime",
          "posixrules",
          "%F0%9F%9A%80",
          "x".repeat(5000));

  private static final List<String> CURSORS =
      List.of(
          "",
          "x",
          "0",
          "-",
          "%20",
          "=",
          "Y3JlYXRlZEF0",
          "bnVsbA",
          "e30",
          "_____",
          "1042",
          "eyJpZCI6MX0",
          "Y3JlYXRlZEF0IGRlc2MgMSA",
          "Y3JlYXRlZEF0IGRlc2MgLTEgMjAyNi0wMS0wMVQwMDowMDowMFo",
          "Y3JlYXRlZEF0IGRlc2MgMSAxMDAwMC0wMS0wMVQwMDowMDowMFo",
          "cHJpb3JpdHkgZGVzYyAxIDk",
          "bm9uZSBkZXNjIDEg",
          "cHJpb3JpdHkgZGVzYyAxIDE",
          "x".repeat(5000));

  /** Not UTF-8, or not URL-encoded. */
  private static final List<String> ENCODINGS =
      List.of("%", "%z", "%zz", "%4", "%u0041", "%C0%80", "%FF", "%ED%A0%80", "%C3", "a%F5b");

  private static final List<String> TEXTS = List.of("%00", "a%00b", "%07", "%1B", "%7F", "%C2%85");

  static final List<String> ETAGS =
      List.of(
          "",
          " ",
          "1",
          "\"1",
          "1\"",
          "'1'",
          "*,\"1\"",
          "\"1\" \"2\"",
          "\"1\",",
          ",\"1\"",
          "W/1",
          "w/\"1\"",
          "\"1\";\"2\"",
          "\"a\"\"b\"",
          "\u0000",
          "\u00e9",
          "x".repeat(9000),
          "\"1\",".repeat(2000));

  /** Well-formed, but never the version of anything. */
  static final List<String> STALE =
      List.of(
          "\"\"",
          "\"0\"",
          "\"-1\"",
          "\"01\"",
          "\"1.0\"",
          "\"x\"",
          "W/\"1\"",
          "\"9999999999\"",
          "\"\u0661\"",
          "\"2147483648\"",
          "\"18446744073709551617\"",
          "\"" + "9".repeat(9000) + "\"",
          "\"x\"" + ",\"x\"".repeat(2400));

  static final List<String> KEYS =
      List.of(
          "", " ", "a b", "\u0000", "a\u007f", "k\u00e9y", "\ud83d\ude80", "k".repeat(256), "k\t");

  /** Queries of parameters that nobody knows. */
  static final List<String> QUERIES =
      List.of(
          "surprise=1",
          "surprise",
          "=1",
          "=",
          "&",
          "&&",
          "id=1",
          "Limit=1",
          "limit[]=1",
          "limit%00=1",
          "%6C%69mit%20=1",
          "?",
          "%F0%9F%9A%80=1",
          "%FF=1",
          "%zz=1",
          "__proto__=1",
          "x".repeat(5000));

  private BadTexts() {}

  /** What a parameter of the query must not have, as it would be written in a URL. */
  static List<String> of(String name, Shape shape) {
    var bad = new ArrayList<>(ENCODINGS);
    if (name.equals("timeZone")) {
      bad.addAll(ZONES);
    } else if (name.equals("cursor")) {
      bad.addAll(CURSORS);
    } else if (shape.takes("integer")) {
      bad.addAll(NUMBERS);
      bad.add(Long.toString(shape.rule("minimum").asLong() - 1));
      bad.add(Long.toString(shape.rule("maximum").asLong() + 1));
      bad.add("1&%s=1".formatted(name));
    } else if (shape.takes("boolean")) {
      bad.addAll(
          List.of("", "TRUE", "1", "0", "yes", "null", "true,false", "true&" + name + "=true"));
    } else if (shape.rule("format").asText().equals("date-time")) {
      Times.BAD.forEach(time -> bad.add(encoded(time)));
      bad.add("2026-12-01T09:00:00+01:00");
    } else if (shape.takes("array") || !shape.named().isEmpty()) {
      Shape one = shape.takes("array") ? shape.element() : shape;
      String first = one.named().getFirst().asText();
      bad.addAll(List.of("", "surprise", first + "%00", first + ",", "," + first));
      bad.addAll(List.of(first + "," + first, first + "&%s=%s".formatted(name, first)));
      bad.add(first.toUpperCase(Locale.ROOT) + "X");
    } else {
      bad.addAll(TEXTS);
      bad.addAll(List.of("", "%20", "%09%0A", "a&%s=b".formatted(name)));
      bad.add("%F0%9F%9A%80".repeat(shape.rule("maxLength").asInt() + 1));
    }
    return bad;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
