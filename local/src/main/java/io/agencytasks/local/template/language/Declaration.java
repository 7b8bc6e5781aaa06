package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Entry;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** A resource as the template declares it, whether or not its condition holds. */
record Declaration(
    String logicalId, String type, Optional<Scalar> condition, Mapping properties, Place place) {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Metadata");

  static Declaration of(String logicalId, Entry entry) {
    var place = entry.place();
    var body = entry.value().mapping(logicalId);
    body.entries()
        .forEach(
            (name, attribute) -> {
              if (!ATTRIBUTES.contains(name)) {
                throw attribute
                    .place()
                    .refuse(logicalId + ": the attribute " + name + " is not understood.");
              }
            });
    var type =
        body.find("Type").orElseThrow(() -> place.refuse(logicalId + ": its Type is missing."));
    return new Declaration(
        logicalId,
        type.text(logicalId + ".Type"),
        body.find("Condition")
            .map(node -> new Scalar(node.text(logicalId + ".Condition"), node.place())),
        body.find("Properties")
            .map(node -> node.mapping(logicalId + ".Properties"))
            .orElseGet(() -> new Mapping(new LinkedHashMap<>(), place)),
        place);
  }

  Declaration withProperties(Mapping merged) {
    return new Declaration(logicalId, type, condition, merged, place);
  }

  Resource with(Intrinsics intrinsics) {
    return new Resource(logicalId, type, properties, place, intrinsics);
  }
}
