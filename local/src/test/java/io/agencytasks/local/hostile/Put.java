package io.agencytasks.local.hostile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts what is no JSON where JSON should be. */
final class Put {
  private static final String HERE = "-- here --";

  private Put() {}

  /** The body with a value in it as it is written. */
  static String literal(ObjectNode body, JsonPointer at, String literal) {
    return marked(body, at).replace("\"" + HERE + "\"", literal);
  }

  /** The body with one of its fields given twice. */
  static String twice(ObjectNode body, JsonPointer at, String literal) {
    String name = Quoted.json(At.name(at));
    String field = name + ":" + literal;
    return marked(body, at).replace(name + ":\"" + HERE + "\"", field + "," + field);
  }

  private static String marked(ObjectNode body, JsonPointer at) {
    ObjectNode copy = body.deepCopy();
    At.holder(copy, at).put(At.name(at), HERE);
    return copy.toString();
  }
}
