package io.agencytasks.domain.task;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a partial update does to one field: not given, given, and given as null are three things.
 */
public sealed interface Patch<T> {

  /** The field stays as it is. */
  record Keep<T>() implements Patch<T> {}

  /** The field takes this value. */
  record Set<T>(T value) implements Patch<T> {}

  /** The field is emptied. */
  record Clear<T>() implements Patch<T> {}

  /** The value given, or null where there is none: cleared, or not given at all. */
  default @Nullable T given() {
    return this instanceof Set<T>(var value) ? value : null;
  }

  default boolean isGiven() {
    return !(this instanceof Keep<T>);
  }

  /** The same change of a field of another kind. */
  default <R> Patch<R> map(Function<T, R> mapping) {
    return switch (this) {
      case Keep<T>() -> new Keep<>();
      case Set<T>(var value) -> new Set<>(mapping.apply(value));
      case Clear<T>() -> new Clear<>();
    };
  }
}
