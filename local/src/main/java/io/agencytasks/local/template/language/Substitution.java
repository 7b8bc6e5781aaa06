package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Call;
import io.agencytasks.local.template.language.Node.Entry;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fn::Sub: a text with {@code ${Name}} and {@code ${Resource.Attribute}} in it. */
record Substitution(String text, Mapping variables, Place place) {
  private static final Pattern NAME = Pattern.compile("\\$\\{(!?)([^}]*)}");

  static Substitution of(Call call) {
    return switch (call.argument()) {
      case Scalar text -> new Substitution(text.text(), none(call.place()), call.place());
      case Node.Sequence parts when parts.items().size() == 2 ->
          new Substitution(
              parts.items().getFirst().text("The text of Fn::Sub"),
              parts.items().getLast().mapping("The variables of Fn::Sub"),
              call.place());
      case Node.Sequence _, Mapping _, Call _ ->
          throw call.place().refuse("Fn::Sub takes a text, or a text and its variables.");
    };
  }

  /** The text with every name replaced; {@code ${!x}} stands for itself, without the mark. */
  Scalar apply(Intrinsics intrinsics) {
    return new Scalar(
        NAME.matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        match.group(1).isEmpty()
                            ? intrinsics.text(named(match.group(2)))
                            : "${" + match.group(2) + "}")),
        place);
  }

  Stream<String> names() {
    return NAME.matcher(text)
        .results()
        .filter(match -> match.group(1).isEmpty())
        .map(match -> match.group(2));
  }

  /** What a name stands for: its variable, else a parameter, a resource or an attribute. */
  Node named(String name) {
    return variables
        .find(name)
        .orElseGet(
            () ->
                new Call(
                    name.contains(".") ? "Fn::GetAtt" : "Ref", new Scalar(name, place), place));
  }

  private static Mapping none(Place place) {
    return new Mapping(new LinkedHashMap<String, Entry>(), place);
  }
}
