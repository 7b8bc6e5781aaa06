package io.agencytasks.functions.executors.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as people write it: {@code 1,234.56} or {@code 1.234,56}, with anything but digits
 * around it. A text with two numbers, or with separators where none belong, has none.
 *
 * @param decimal what stands before the fraction
 * @param group what stands between groups of three digits
 * @param pattern of a whole text that has one
 */
record NumberForm(Decimal decimal, Group group, Pattern pattern) implements Form {
  /** More than any that means something, and than a row can hold. */
  private static final int MAX_DIGITS = 50;

  /** Nobody writes more around a number, and longer texts would make matching costly. */
  private static final int MAX_TEXT = 1_000;

  static NumberForm of(Decimal decimal, Group group) {
    return new NumberForm(decimal, group, pattern(decimal, group));
  }

  /** A minus counts where it stands at the number or its currency; a dash elsewhere is a dash. */
  private static Pattern pattern(Decimal decimal, Group group) {
    var digits =
        "(?:\\d{1,3}(?:[%s]\\d{3})+|\\d+)(?:%s\\d+)?"
            .formatted(Pattern.quote(group.characters), Pattern.quote(decimal.text));
    return Pattern.compile(
        "(?s)\\D*?(?<sign>(?:(?<![\\p{L}\\d])[-\u2212](?=\\p{Sc}?\\h?\\d))?)"
            + "(?:\\p{Sc}\\h?)?(?<![.,])(?<digits>%s)\\D*".formatted(digits));
  }

  /** What stands before the fraction. */
  enum Decimal {
    POINT("."),
    COMMA(",");

    private final String text;

    Decimal(String text) {
      this.text = text;
    }

    Group otherwise() {
      return switch (this) {
        case POINT -> Group.COMMA;
        case COMMA -> Group.POINT;
      };
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** What stands between groups of three digits. */
  enum Group {
    COMMA(",", ","),
    POINT(".", "."),
    BLANK(" ", " \u00a0\u2009\u202f"),
    APOSTROPHE("'", "'\u2019");

    private final String text;
    private final String characters;

    Group(String text, String characters) {
      this.text = text;
      this.characters = characters;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Override
  public Optional<JsonNode> read(JsonNode found) {
    return found.isNumber()
        ? new AsIs().read(found)
        : Optional.of(found).filter(JsonNode::isTextual).flatMap(text -> read(text.textValue()));
  }

  private Optional<JsonNode> read(String text) {
    var number = pattern.matcher(text);
    return text.length() <= MAX_TEXT
            && number.matches()
            && number.group("digits").length() <= MAX_DIGITS
        ? Optional.of(
            JsonNodeFactory.instance.numberNode(
                new BigDecimal(sign(number.group("sign")) + plain(number.group("digits")))))
        : Optional.empty();
  }

  private static String sign(String sign) {
    return sign.isEmpty() ? "" : "-";
  }

  private String plain(String digits) {
    return digits
        .replaceAll("[" + Pattern.quote(group.characters) + "]", "")
        .replace(decimal.text, ".");
  }

  @Override
  public String wanted() {
    return "one number with %s before its fraction".formatted(decimal);
  }
}
