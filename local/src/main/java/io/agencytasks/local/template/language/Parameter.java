package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Entry;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Scalar;
import io.agencytasks.local.template.language.Node.Sequence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** One declared parameter: its type, its default and its rules. */
record Parameter(String name, String type, Mapping rules, Place place) {
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "Type",
          "Default",
          "AllowedValues",
          "AllowedPattern",
          "ConstraintDescription",
          "MinLength",
          "MaxLength",
          "MinValue",
          "MaxValue",
          "NoEcho",
          "Description");

  static Parameter of(String name, Entry entry) {
    var rules =
        entry.value().mapping("Parameter " + name).only(UNDERSTOOD, "Parameter " + name + ":");
    var type =
        rules
            .find("Type")
            .orElseThrow(() -> entry.place().refuse("Parameter " + name + ": its Type is missing."))
            .text("Type");
    return new Parameter(name, type, rules, entry.place());
  }

  Scalar byDefault() {
    return rules
        .find("Default")
        .map(node -> new Scalar(node.text("Parameter " + name + ": Default"), node.place()))
        .orElseThrow(() -> refuse("it has no default, so a value must be given."));
  }

  /** The value in the parameter's type, once it has passed every rule. */
  Node value(Scalar given) {
    var place = given.place();
    return switch (type) {
      case "String" -> check(given);
      case "Number" -> check(number(given));
      case "CommaDelimitedList" ->
          new Sequence(items(given).map(this::check).map(Node.class::cast).toList(), place);
      case "List<Number>" ->
          new Sequence(
              items(given).map(this::number).map(this::check).map(Node.class::cast).toList(),
              place);
      default -> throw refuse("the type " + type + " is not understood.");
    };
  }

  private static Stream<Scalar> items(Scalar given) {
    return Stream.of(given.text().split(",", -1))
        .map(item -> new Scalar(item.strip(), given.place()));
  }

  private Scalar number(Scalar given) {
    decimal(given.text());
    return given;
  }

  private Scalar check(Scalar given) {
    var text = given.text();
    limit("MinLength", (length, limit) -> length.compareTo(limit) >= 0, text.length() + "", text);
    limit("MaxLength", (length, limit) -> length.compareTo(limit) <= 0, text.length() + "", text);
    limit("MinValue", (value, limit) -> value.compareTo(limit) >= 0, text, text);
    limit("MaxValue", (value, limit) -> value.compareTo(limit) <= 0, text, text);
    rules
        .find("AllowedPattern")
        .map(node -> pattern(node.text("AllowedPattern")))
        .filter(pattern -> !pattern.matcher(text).matches())
        .ifPresent(pattern -> refuseValue(text, "does not match its AllowedPattern " + pattern));
    rules
        .find("AllowedValues")
        .map(node -> allowed(node.sequence("AllowedValues")))
        .filter(allowed -> !allowed.contains(text))
        .ifPresent(allowed -> refuseValue(text, "is none of its AllowedValues " + allowed));
    return given;
  }

  private void limit(
      String rule, BiPredicate<BigDecimal, BigDecimal> within, String measure, String text) {
    rules
        .find(rule)
        .map(node -> decimal(node.text(rule)))
        .filter(limit -> !within.test(decimal(measure), limit))
        .ifPresent(limit -> refuseValue(text, "is outside its " + rule + " " + limit));
  }

  private BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw refuse("'" + text + "' is not a number.");
    }
  }

  private Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw refuse("its AllowedPattern is not a regular expression: " + e.getDescription() + ".");
    }
  }

  private static List<String> allowed(Sequence values) {
    return values.items().stream().map(item -> item.text("AllowedValues")).toList();
  }

  private void refuseValue(String value, String why) {
    throw refuse("'" + value + "' " + why + ".");
  }

  private TemplateRefused refuse(String sentence) {
    return place.refuse("Parameter " + name + ": " + sentence);
  }
}
