package io.agencytasks.local.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A place in openapi.yaml; a reference is the place that it leads to. */
record Place(JsonNode document, JsonPointer pointer) {

  static Place root(JsonNode document) {
    return new Place(document, JsonPointer.empty());
  }

  JsonNode node() {
    return document.at(pointer);
  }

  /** What is under a name, or nothing. */
  Optional<Place> find(String name) {
    return Optional.of(new Place(document, pointer.appendProperty(name)).followed())
        .filter(it -> !it.node().isMissingNode());
  }

  Place at(String... names) {
    Place place = this;
    for (String name : names) {
      place = place.find(name).orElseThrow(() -> new AssertionError("no " + name + " in " + this));
    }
    return place;
  }

  /** All that is under it, by name. */
  Map<String, Place> children() {
    var children = new LinkedHashMap<String, Place>();
    node().fieldNames().forEachRemaining(name -> children.put(name, at(name)));
    return children;
  }

  /** The elements of an array. */
  Stream<Place> elements() {
    return Stream.iterate(0, i -> i < node().size(), i -> i + 1)
        .map(i -> new Place(document, pointer.appendIndex(i)).followed());
  }

  /** What a schema refers to that says more beside it. */
  Optional<Place> reference() {
    JsonNode reference = node().path("$ref");
    return reference.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Place(document, JsonPointer.compile(reference.asText().substring(1))).followed());
  }

  private Place followed() {
    String reference = node().path("$ref").asText();
    // A schema with more beside its reference is a schema of its own.
    return reference.startsWith("#") && node().size() == 1
        ? new Place(document, JsonPointer.compile(reference.substring(1))).followed()
        : this;
  }

  @Override
  public String toString() {
    return "openapi.yaml#" + pointer;
  }
}
