package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Call;
import io.agencytasks.local.template.language.Node.Entry;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Scalar;
import io.agencytasks.local.template.language.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replaces intrinsic functions by what they yield. */
final class Intrinsics {
  private final References references;
  private final Mapping mappings;
  private final Predicate<Node> conditions;

  /**
   * @param mappings the template's section for Fn::FindInMap
   * @param conditions whether the condition of a name holds
   */
  Intrinsics(References references, Mapping mappings, Predicate<Node> conditions) {
    this.references = references;
    this.mappings = mappings;
    this.conditions = conditions;
  }

  /** The node without any calls; empty where it is AWS::NoValue, as if it were not there. */
  Optional<Node> resolve(Node node) {
    return switch (node) {
      case Scalar scalar -> Optional.of(scalar);
      case Sequence list ->
          Optional.of(
              new Sequence(
                  list.items().stream().flatMap(item -> resolve(item).stream()).toList(),
                  list.place()));
      case Mapping mapping -> Optional.of(resolveEach(mapping));
      case Call call -> result(call);
    };
  }

  /** The single value that a node comes to. */
  String text(Node node) {
    return value(node).text("This");
  }

  private Mapping resolveEach(Mapping mapping) {
    var resolved = new LinkedHashMap<String, Entry>();
    mapping
        .entries()
        .forEach(
            (key, entry) ->
                resolve(entry.value())
                    .ifPresent(value -> resolved.put(key, new Entry(entry.place(), value))));
    return new Mapping(resolved, mapping.place());
  }

  private Optional<Node> result(Call call) {
    var place = call.place();
    return switch (call.function()) {
      case "Ref" -> ref(call);
      case "Fn::If" -> branch(call.arguments(3, 3));
      case "Fn::GetAtt" -> Optional.of(references.attribute(Attribute.of(call), place));
      case "Fn::Sub" -> Optional.of(Substitution.of(call).apply(this));
      case "Fn::Join" -> Optional.of(join(call.arguments(2, 2), place));
      case "Fn::Split" -> Optional.of(split(call.arguments(2, 2), place));
      case "Fn::Select" -> Optional.of(select(call.arguments(2, 2), place));
      case "Fn::FindInMap" -> Optional.of(find(call.arguments(3, 3), place));
      default -> throw place.refuse("The function " + call.function() + " is not understood.");
    };
  }

  private Optional<Node> ref(Call call) {
    var name = call.argument().text("Ref");
    return name.equals("AWS::NoValue")
        ? Optional.empty()
        : Optional.of(references.ref(name, call.place()));
  }

  /** Only the branch taken is looked into: the other one may name what does not exist. */
  private Optional<Node> branch(List<Node> arguments) {
    return resolve(arguments.get(conditions.test(arguments.getFirst()) ? 1 : 2));
  }

  private Node join(List<Node> arguments, Place place) {
    var parts = value(arguments.getLast()).sequence("What Fn::Join joins").items().stream();
    return new Scalar(
        parts.map(this::text).collect(Collectors.joining(text(arguments.getFirst()))), place);
  }

  private Node split(List<Node> arguments, Place place) {
    var parts = text(arguments.getLast()).split(Pattern.quote(text(arguments.getFirst())), -1);
    return new Sequence(
        Stream.of(parts).map(part -> (Node) new Scalar(part, place)).toList(), place);
  }

  private Node select(List<Node> arguments, Place place) {
    var items = value(arguments.getLast()).sequence("What Fn::Select selects from").items();
    var index = text(arguments.getFirst());
    if (!index.matches("\\d{1,4}") || Integer.parseInt(index) >= items.size()) {
      throw place.refuse(
          "Fn::Select: there is no item " + index + " in a list of " + items.size() + ".");
    }
    return items.get(Integer.parseInt(index));
  }

  private Node find(List<Node> arguments, Place place) {
    var keys = arguments.stream().map(this::text).toList();
    Node found = mappings;
    for (var key : keys) {
      found =
          found
              .mapping("Mappings")
              .find(key)
              .orElseThrow(
                  () -> place.refuse("Fn::FindInMap: there is no " + key + " in Mappings."));
    }
    return found;
  }

  private Node value(Node node) {
    return resolve(node)
        .orElseThrow(() -> node.place().refuse("AWS::NoValue cannot stand for this value."));
  }
}
