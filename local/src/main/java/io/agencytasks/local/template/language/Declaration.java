package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Entry;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something declared with a type and properties: a resource, whether or not its condition holds, or
 * an event of a function.
 *
 * @param condition the name of the condition under which it exists
 * @param dependsOn the resources that are made before it
 * @param ignoredGlobals the properties that it takes no defaults of
 */
record Declaration(
    String name,
    String type,
    Mapping properties,
    Optional<Node> condition,
    List<Node> dependsOn,
    Set<String> ignoredGlobals,
    Place place) {
  private static final Set<String> OF_EVENTS = Set.of("Type", "Properties");
  private static final Set<String> OF_RESOURCES =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "IgnoreGlobals",
          "Metadata");

  static Declaration ofResource(String logicalId, Entry entry) {
    return of(logicalId, entry, OF_RESOURCES);
  }

  static Declaration ofEvent(String name, Entry entry) {
    return of(name, entry, OF_EVENTS);
  }

  private static Declaration of(String name, Entry entry, Set<String> attributes) {
    var place = entry.place();
    var body = entry.value().mapping(name).only(attributes, name + ": the attribute");
    var type = body.find("Type").orElseThrow(() -> place.refuse(name + ": its Type is missing."));
    return new Declaration(
        name,
        type.text(name + ".Type"),
        body.find("Properties")
            .map(node -> node.mapping(name + ".Properties"))
            .orElseGet(() -> new Mapping(new LinkedHashMap<>(), place)),
        body.find("Condition"),
        body.find("DependsOn")
            .map(node -> node instanceof Sequence list ? list.items() : List.of(node))
            .orElse(List.of()),
        ignoredGlobals(name, body),
        place);
  }

  Declaration withProperties(Mapping merged) {
    return new Declaration(name, type, merged, condition, dependsOn, ignoredGlobals, place);
  }

  private static Set<String> ignoredGlobals(String name, Mapping body) {
    var path = name + ".IgnoreGlobals";
    return body
        .find("IgnoreGlobals")
        .map(node -> node.sequence(path).items())
        .orElse(List.of())
        .stream()
        .map(item -> item.text("An item of " + path))
        .collect(Collectors.toSet());
  }

  Resource with(Intrinsics intrinsics) {
    return new Resource(name, type, properties, place, intrinsics);
  }
}
