package io.agencytasks.functions.http;

import org.jspecify.annotations.Nullable;

/** A decoded field. Its value is asked for once all faults are known, and then is there. */
interface Field<T extends @Nullable Object> {
  T get();

  /** Whether it could be decoded, so that rules about it can be judged. */
  default boolean isSound() {
    return true;
  }
}
