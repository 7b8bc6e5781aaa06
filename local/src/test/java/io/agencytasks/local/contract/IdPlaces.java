package io.agencytasks.local.contract;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where ids stand in what an operation is sent: wherever its schemas lead to the schema Id. */
final class IdPlaces {
  private static final JsonPointer ID = JsonPointer.compile("/components/schemas/Id");
  private static final List<String> PARTS = List.of("allOf", "anyOf", "oneOf");

  private final Set<JsonPointer> onTheWay = new HashSet<>();
  private final Set<JsonPointer> found = new LinkedHashSet<>();

  private IdPlaces() {}

  /** Places in the body; those of an array are the array's. */
  static List<JsonPointer> inBody(Operation operation) {
    var places = new IdPlaces();
    operation
        .json()
        .map(body -> body.at("schema"))
        .ifPresent(schema -> places.look(schema, JsonPointer.empty()));
    return List.copyOf(places.found);
  }

  private void look(Place schema, JsonPointer at) {
    if (schema.pointer().equals(ID)) {
      found.add(at);
    } else if (onTheWay.add(schema.pointer())) {
      schema.find("items").ifPresent(items -> look(items, at));
      schema
          .find("properties")
          .ifPresent(
              all -> all.children().forEach((name, it) -> look(it, at.appendProperty(name))));
      schema.reference().ifPresent(it -> look(it, at));
      PARTS.stream()
          .flatMap(part -> schema.find(part).stream())
          .flatMap(Place::elements)
          .forEach(part -> look(part, at));
      onTheWay.remove(schema.pointer());
    }
  }
}
