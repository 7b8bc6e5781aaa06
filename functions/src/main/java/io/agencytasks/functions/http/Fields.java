package io.agencytasks.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Patch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an object field by field and collects every fault, so that all are told at once. */
final class Fields {
  private final ObjectNode object;
  private final Set<String> known = new HashSet<>();
  private final List<Fault> faults;

  Fields(ObjectNode object) {
    this(object, List.of());
  }

  /** With faults that were found before. */
  Fields(ObjectNode object, List<Fault> faults) {
    this.object = object;
    this.faults = new ArrayList<>(faults);
  }

  /** Those of something that was left out. */
  static Fields none() {
    return new Fields(JsonNodeFactory.instance.objectNode());
  }

  /** Whether nothing at all is given. */
  boolean areEmpty() {
    return object.isEmpty();
  }

  /** Whether a field is given, though it may be null. */
  boolean has(String name) {
    return object.has(name);
  }

  /** A field that must be there. */
  <T> Field<T> required(String name, Decoder<T> decoder) {
    var value = take(name);
    if (value == null) {
      faults.add(new Fault(name, "is required"));
      return missing();
    }
    return decode(name, value, decoder);
  }

  /** A field that may be left out, for a default. */
  <T> Field<T> optional(String name, Decoder<T> decoder, T fallback) {
    var value = take(name);
    return value == null ? () -> fallback : decode(name, value, decoder);
  }

  /** A field that may be left out or null. */
  <T> Field<@Nullable T> nullable(String name, Decoder<T> decoder) {
    var value = take(name);
    if (value == null || value.isNull()) {
      return () -> null;
    }
    return nullable(decode(name, value, decoder));
  }

  /** A field of a partial update that cannot be emptied. */
  <T> Field<Patch<T>> patch(String name, Decoder<T> decoder) {
    var value = take(name);
    return value == null ? Patch.Keep::new : decode(name, value, node -> set(decoder, node));
  }

  /** A field of a partial update that null empties. */
  <T> Field<Patch<T>> clearable(String name, Decoder<T> decoder) {
    var value = take(name);
    if (value == null) {
      return Patch.Keep::new;
    }
    return value.isNull() ? Patch.Clear::new : decode(name, value, node -> set(decoder, node));
  }

  /** What else is wrong, found by others. */
  void refuse(List<Fault> found) {
    faults.addAll(found);
  }

  /** A rule between fields, which the caller judges only where they are sound. */
  void refuseIf(boolean broken, String field, String message) {
    if (broken) {
      faults.add(new Fault(field, message));
    }
  }

  /**
   * Ends the reading; nobody asked for any other field.
   *
   * @throws InvalidInput with every fault
   */
  void end() {
    object.fieldNames().forEachRemaining(this::refuseUnknown);
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
  }

  private void refuseUnknown(String name) {
    if (!known.contains(name)) {
      faults.add(new Fault(Decoders.shown(name), "is not a field that is known here"));
    }
  }

  private @Nullable JsonNode take(String name) {
    known.add(name);
    return object.get(name);
  }

  private <T> Field<T> decode(String name, JsonNode value, Decoder<T> decoder) {
    try {
      var decoded = decoder.decode(value);
      return () -> decoded;
    } catch (IllegalArgumentException fault) {
      faults.add(new Fault(name, String.valueOf(fault.getMessage())));
      return missing();
    } catch (InvalidInput within) {
      within.faults().forEach(it -> faults.add(new Fault(name + "." + it.field(), it.message())));
      return missing();
    }
  }

  private static <T> Patch<T> set(Decoder<T> decoder, JsonNode node) {
    return new Patch.Set<>(decoder.decode(node));
  }

  private static <T> Field<@Nullable T> nullable(Field<T> field) {
    if (!field.isSound()) {
      return missing();
    }
    var value = field.get();
    return () -> value;
  }

  private static <T extends @Nullable Object> Field<T> missing() {
    return new Field<>() {
      @Override
      public T get() {
        throw new IllegalStateException("a faulty field was asked for");
      }

      @Override
      public boolean isSound() {
        return false;
      }
    };
  }
}
