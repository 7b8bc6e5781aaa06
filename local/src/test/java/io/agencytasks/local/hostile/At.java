package io.agencytasks.local.hostile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a field stands in a body. */
final class At {
  private At() {}

  static String name(JsonPointer at) {
    return at.last().getMatchingProperty();
  }

  /** 1 for a field of the body itself. */
  static int level(JsonPointer at) {
    return at.toString().split("/", -1).length - 1;
  }

  /** As refusals name it. */
  static String field(JsonPointer at) {
    return at.toString().substring(1).replace('/', '.');
  }

  /** The object that it stands in, made if it is not there. */
  static ObjectNode holder(ObjectNode body, JsonPointer at) {
    return at.head().matches() ? body : body.withObject(at.head());
  }
}
