package io.agencytasks.functions.http;

import io.agencytasks.domain.task.Fault;
import java.util.List;

/** A request that cannot be understood, with everything that is wrong with it. */
final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Fault> faults;

  InvalidInput(List<Fault> faults) {
    super("invalid input", null, false, false);
    this.faults = List.copyOf(faults);
  }

  static InvalidInput of(String field, String message) {
    return new InvalidInput(List.of(new Fault(field, message)));
  }

  List<Fault> faults() {
    return faults;
  }
}
