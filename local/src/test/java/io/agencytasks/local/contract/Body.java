package io.agencytasks.local.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A kind of body that an operation takes.
 *
 * @param example one of that kind
 * @param fields all that may stand in it, by where, those of objects within it too
 */
public record Body(JsonNode example, Map<JsonPointer, Shape> fields) {

  static List<Body> of(Operation operation) {
    var schema = operation.json().map(body -> body.at("schema"));
    return schema.stream()
        .flatMap(it -> it.find("oneOf").map(Place::elements).orElseGet(() -> Stream.of(it)))
        .map(kind -> of(operation, kind))
        .toList();
  }

  private static Body of(Operation operation, Place kind) {
    var example =
        operation
            .requestExamples()
            .map(Operation.Example::value)
            .filter(value -> Contract.ours().faults(kind, value).isEmpty())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no example of " + kind));
    var fields = new LinkedHashMap<JsonPointer, Shape>();
    collect(Shape.of(kind), JsonPointer.empty(), fields);
    return new Body(example, fields);
  }

  private static void collect(Shape object, JsonPointer at, Map<JsonPointer, Shape> found) {
    object
        .fields()
        .forEach(
            (name, shape) -> {
              var place = at.appendProperty(name);
              found.put(place, shape);
              collect(shape, place, found);
            });
  }

  /** The objects that have described fields, the body itself first. */
  public List<JsonPointer> objects() {
    var objects = new ArrayList<JsonPointer>();
    fields.keySet().stream().map(JsonPointer::head).distinct().forEach(objects::add);
    return objects;
  }
}
