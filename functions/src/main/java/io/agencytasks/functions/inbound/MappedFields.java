package io.agencytasks.functions.inbound;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.inbound.PlainText;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.webhook.Pointer;
import io.agencytasks.functions.json.Jsonb;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a document that a mapping names, and notes what cannot be read. */
final class MappedFields {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final JsonNode root;
  private final List<String> faults = new ArrayList<>();

  MappedFields(JsonNode root) {
    this.root = root;
  }

  /** All that could not be read, a sentence each. */
  List<String> faults() {
    return faults;
  }

  /** As text, whatever it is; empty where there is nothing, or nothing but blanks. */
  Optional<String> text(@Nullable Pointer pointer) {
    return value(pointer)
        .map(node -> node.isValueNode() ? node.asText() : node.toString())
        .filter(text -> !text.isBlank());
  }

  /** As text of at most so many characters. */
  @Nullable String text(@Nullable Pointer pointer, int most) {
    return text(pointer).map(text -> PlainText.of(text, most).strip()).orElse(null);
  }

  <E extends Enum<E>> @Nullable E oneOf(String field, @Nullable Pointer pointer, E[] values) {
    var text = text(pointer);
    if (text.isEmpty()) {
      return null;
    }
    var found =
        Stream.of(values).filter(it -> it.toString().equalsIgnoreCase(text.get())).findFirst();
    if (found.isEmpty()) {
      faults.add(field + " is none of " + List.of(values) + ".");
    }
    return found.orElse(null);
  }

  /** With an offset, or as seconds since 1970. */
  @Nullable Instant time(String field, @Nullable Pointer pointer) {
    var text = text(pointer);
    if (text.isEmpty()) {
      return null;
    }
    try {
      var time =
          text.get().matches("[0-9]{1,12}")
              ? Instant.ofEpochSecond(Long.parseLong(text.get()))
              : OffsetDateTime.parse(text.get()).toInstant();
      if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeException noTime) {
      // Told below, as a time out of range is.
    }
    faults.add(field + " is no ISO 8601 time with an offset.");
    return null;
  }

  /** Values under names of their own, over those that are there; null where there are none. */
  @Nullable Json over(
      @Nullable Json there, String field, Map<String, Pointer> pointers, int mostBytes) {
    if (pointers.isEmpty()) {
      return null;
    }
    var object = Jsonb.object(there);
    pointers.forEach((name, pointer) -> value(pointer).ifPresent(it -> object.set(name, it)));
    var json = Jsonb.render(object);
    if (json.text().getBytes(StandardCharsets.UTF_8).length > mostBytes) {
      faults.add("%s would take more than %d bytes.".formatted(field, mostBytes));
      return null;
    }
    return json;
  }

  private Optional<JsonNode> value(@Nullable Pointer pointer) {
    return Optional.ofNullable(pointer)
        .map(it -> root.at(JsonPointer.compile(it.text())))
        .filter(node -> !node.isMissingNode() && !node.isNull());
  }
}
