package io.agencytasks.domain.repeat;

import java.util.Optional;
import java.util.function.Function;

/** What became of a request that does its work once, however often it is sent. */
public sealed interface Once<T> {

  /** It was done now. */
  record First<T>(T result) implements Once<T> {}

  /** It was done before, and came to this then; nothing was done now. */
  record Again<T>(T result) implements Once<T> {}

  /** Its key belongs to another request. */
  record OtherRequest<T>() implements Once<T> {}

  /** The same key is at work in this moment; nothing was done here. */
  record InFlight<T>() implements Once<T> {}

  /** The same, of what can be made of the result. */
  default <R> Once<R> map(Function<T, R> mapping) {
    return switch (this) {
      case First<T>(var result) -> new First<>(mapping.apply(result));
      case Again<T>(var result) -> new Again<>(mapping.apply(result));
      case OtherRequest<T>() -> new OtherRequest<>();
      case InFlight<T>() -> new InFlight<>();
    };
  }

  /** What the work came to, now or then. */
  default Optional<T> outcome() {
    return switch (this) {
      case First<T>(var result) -> Optional.of(result);
      case Again<T>(var result) -> Optional.of(result);
      case OtherRequest<T>() -> Optional.empty();
      case InFlight<T>() -> Optional.empty();
    };
  }
}
