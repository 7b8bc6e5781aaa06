package io.agencytasks.functions.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.Fault;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The query string as an object of fields, so that parameters are read as strictly as bodies. */
final class Query {
  private final Set<String> repeatable;
  private final ObjectNode object = JsonNodeFactory.instance.objectNode();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> repeated = new HashSet<>();

  private Query(Set<String> repeatable) {
    this.repeatable = repeatable;
  }

  /**
   * Reads parameters that may be given once each; those that look like a whole number become one.
   * The repeatable ones become arrays of texts, of which commas separate more.
   */
  static Fields read(String rawQuery, Set<String> repeatable) {
    var query = new Query(repeatable);
    for (var pair : rawQuery.isEmpty() ? List.<String>of() : List.of(rawQuery.split("&", -1))) {
      query.read(pair);
    }
    return new Fields(query.object, query.faults);
  }

  private void read(String pair) {
    int equals = pair.indexOf('=');
    var rawName = equals < 0 ? pair : pair.substring(0, equals);
    var name = decode(rawName);
    if (name.isEmpty()) {
      refuse(rawName, "must be URL-encoded UTF-8");
      return;
    }
    var value = decode(equals < 0 ? "" : pair.substring(equals + 1));
    if (value.isEmpty()) {
      refuse(name.get(), "must be URL-encoded UTF-8");
    } else if (repeatable.contains(name.get())) {
      List.of(value.get().split(",", -1)).forEach(object.withArray("/" + name.get())::add);
    } else {
      put(name.get(), value.get());
    }
  }

  private void put(String name, String value) {
    if (object.has(name)) {
      if (repeated.add(name)) {
        refuse(name, "must be given once");
      }
    } else if (value.matches("0|[1-9][0-9]{0,17}")) {
      object.put(name, Long.parseLong(value));
    } else {
      object.put(name, value);
    }
  }

  private void refuse(String name, String message) {
    faults.add(new Fault(Decoders.shown(name), message));
  }

  /** As browsers and forms encode it; empty where it is malformed. */
  private static Optional<String> decode(String part) {
    try {
      var bytes =
          URLDecoder.decode(bytesAsChars(part), StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  /** One character for each byte, since the decoder would replace what is no UTF-8 silently. */
  private static String bytesAsChars(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
