package io.agencytasks.local.hostile;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** JSON as it is written, well or badly. */
final class Literals {
  /** One of each type. */
  static final Map<String, String> TYPES =
      Map.of(
          "string", "\"text\"",
          "integer", "7",
          "number", "1.5",
          "boolean", "true",
          "null", "null",
          "array", "[]",
          "object", "{}");

  /** What is no value at all, and spoils the whole body. */
  static final List<String> MALFORMED =
      List.of(
          "",
          "007",
          "+1",
          "-",
          "1.",
          ".5",
          "1e",
          "0x10",
          "1_000",
          "NaN",
          "Infinity",
          "-Infinity",
          "undefined",
          "True",
          "nul",
          "'text'",
          "text",
          "\"text",
          "\"\\x41\"",
          "\"\\u12\"",
          "\"a\nb\"",
          "[1,]",
          "[1 2]",
          "{\"k\":1,}",
          "{k:1}",
          "{\"k\" 1}",
          "{'k':1}",
          "[",
          "{",
          "/**/1",
          "1//x",
          "\"a\" \"b\"",
          "\u0000",
          "\"\u0001\"",
          "\u0661");

  /** Numbers beyond all measure. */
  static final List<String> HUGE =
      List.of(
          "1e999999999",
          "1e2147483648",
          "1e99999999999999999999",
          "-1e999999999",
          "1e-999999999",
          "1e400",
          "1" + "0".repeat(400),
          "9".repeat(1001),
          "0." + "1".repeat(1001));

  /** Not a whole number, or not one of ours. */
  static final List<String> NO_WHOLE_NUMBERS =
      List.of(
          "1.0", "1.5", "1e0", "1e3", "-0.0", "1E+2", "\"1\"", "\"\"", "\"\u0661\"", "[1]", "{}");

  /** No id: as numbers and as anything else. */
  static final List<String> NO_IDS =
      Stream.of(
              NO_WHOLE_NUMBERS.stream(),
              HUGE.stream(),
              Stream.of(
                  "0",
                  "-0",
                  "-1",
                  "9007199254740992",
                  "9007199254740993",
                  "9223372036854775807",
                  "9223372036854775808",
                  "-9223372036854775809",
                  "18446744073709551617",
                  "null",
                  "true",
                  "\"007\"",
                  "\"+1\"",
                  "\" 1\"",
                  "\"1; drop table agency_tasks\""))
          .flatMap(it -> it)
          .toList();

  /** Text that cannot be kept, within quotes. */
  static final List<String> NO_TEXT =
      List.of(
          "\\u0000",
          "a\\u0000b",
          "\\u0001",
          "\\u0007",
          "\\u0008",
          "\\f",
          "\\u001b[31m",
          "\\u007f",
          "\\u0085",
          "\\u009f",
          "\\ud800",
          "a\\ud83d",
          "\\udfff",
          "\\ude80\\ud83d",
          "\\ud83d\\ud83d\\ude80");

  private Literals() {}
}
