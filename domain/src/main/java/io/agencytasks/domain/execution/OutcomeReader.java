package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Fault;
import java.util.List;

/** Reads outcomes as others write them, the same in their answers as in their callbacks. */
public interface OutcomeReader {

  /** Reads JSON: strictly, and with every fault at once. */
  Told read(String json);

  /** What was told. */
  sealed interface Told {

    record Sound(Outcome outcome) implements Told {}

    record Faulty(List<Fault> faults) implements Told {}
  }
}
