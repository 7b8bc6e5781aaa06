package io.agencytasks.local.dataapi;

import java.util.Arrays;
import java.util.Optional;

/** The operations of the Data API, each at its own path. */
public enum Operation {
  EXECUTE_STATEMENT("/Execute"),
  BATCH_EXECUTE_STATEMENT("/BatchExecute"),
  BEGIN_TRANSACTION("/BeginTransaction"),
  COMMIT_TRANSACTION("/CommitTransaction"),
  ROLLBACK_TRANSACTION("/RollbackTransaction");

  private final String path;

  Operation(String path) {
    this.path = path;
  }

  static Optional<Operation> at(String path) {
    return Arrays.stream(values()).filter(operation -> operation.path.equals(path)).findFirst();
  }
}
