package io.agencytasks.functions.executors;

import io.agencytasks.domain.task.Fault;
import java.util.List;

/** A configuration that was read strictly, or every fault that kept it from being one. */
public sealed interface Decoded<C> {

  record Valid<C>(C config) implements Decoded<C> {}

  record Invalid<C>(List<Fault> faults) implements Decoded<C> {}

  /** The faults; none where it is valid. */
  default List<Fault> allFaults() {
    return switch (this) {
      case Valid<C> _ -> List.of();
      case Invalid<C>(var faults) -> faults;
    };
  }

  /** The configuration of a task that was checked before it was stored. */
  default C orElseThrow() {
    return switch (this) {
      case Valid<C>(var config) -> config;
      case Invalid<C>(var faults) ->
          throw new IllegalArgumentException("unchecked configuration: " + faults);
    };
  }
}
