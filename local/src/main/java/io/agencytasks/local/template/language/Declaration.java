package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Entry;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something declared with a type and properties: a resource, whether or not its condition holds, or
 * an event of a function.
 *
 * @param condition the name of the condition under which it exists
 * @param dependsOn the resources that are made before it
 */
record Declaration(
    String name,
    String type,
    Mapping properties,
    Optional<Node> condition,
    List<Node> dependsOn,
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
        place);
  }

  Declaration withProperties(Mapping merged) {
    return new Declaration(name, type, merged, condition, dependsOn, place);
  }

  Resource with(Intrinsics intrinsics) {
    return new Resource(name, type, properties, place, intrinsics);
  }
}
