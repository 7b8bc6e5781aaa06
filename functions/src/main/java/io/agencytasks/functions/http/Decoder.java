package io.agencytasks.functions.http;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes a value of a JSON node. */
interface Decoder<T> {

  /**
   * Decodes it.
   *
   * @throws IllegalArgumentException whose message ends the sentence "This field …"
   * @throws InvalidInput with the faults of the fields within it
   */
  T decode(JsonNode node);
}
