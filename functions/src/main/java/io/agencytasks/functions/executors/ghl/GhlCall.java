package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an action asks of the API.
 *
 * @param path its segments, not yet encoded; an empty one at the end for the slash that it wants
 * @param query not yet encoded
 */
record GhlCall(
    String method,
    List<String> path,
    Map<String, String> query,
    Optional<ObjectNode> body,
    Version version) {

  /** Which version of a resource is spoken, by its own name. */
  enum Version {
    APRIL("2021-04-15"),
    JULY("2021-07-28");

    private final String text;

    Version(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static GhlCall of(String method, ObjectNode body, String... path) {
    return new GhlCall(method, List.of(path), Map.of(), Optional.of(body), Version.JULY);
  }

  static GhlCall get(Map<String, String> query, String... path) {
    return new GhlCall("GET", List.of(path), query, Optional.empty(), Version.JULY);
  }

  GhlCall in(Version other) {
    return new GhlCall(method, path, query, body, other);
  }
}
