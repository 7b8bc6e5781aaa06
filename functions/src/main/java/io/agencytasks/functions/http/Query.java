package io.agencytasks.functions.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The query string as an object of fields, so that parameters are read as strictly as bodies. */
final class Query {
  private Query() {}

  /**
   * Reads parameters that may be given once each; those that look like a whole number become one.
   *
   * @throws InvalidInput when one is repeated or cannot be decoded
   */
  static Fields read(String rawQuery) {
    var object = JsonNodeFactory.instance.objectNode();
    var faults = new ArrayList<Fault>();
    for (var pair : rawQuery.isEmpty() ? List.<String>of() : List.of(rawQuery.split("&"))) {
      put(object, pair, faults);
    }
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
    return new Fields(object);
  }

  private static void put(ObjectNode object, String pair, List<Fault> faults) {
    int equals = pair.indexOf('=');
    var name = decode(equals < 0 ? pair : pair.substring(0, equals), faults);
    var value = decode(equals < 0 ? "" : pair.substring(equals + 1), faults);
    if (object.has(name)) {
      faults.add(new Fault(Decoders.shown(name), "must be given once"));
    } else if (value.matches("0|[1-9][0-9]{0,17}")) {
      object.put(name, Long.parseLong(value));
    } else {
      object.put(name, value);
    }
  }

  private static String decode(String part, List<Fault> faults) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      faults.add(new Fault(Decoders.shown(part), "must be URL-encoded"));
      return part;
    }
  }
}
