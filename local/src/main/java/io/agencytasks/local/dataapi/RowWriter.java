package io.agencytasks.local.dataapi;

import java.io.IOException;
import java.util.Optional;

/** One of the two forms in which rows go on the wire. */
sealed interface RowWriter permits RecordWriter, FormattedRecordWriter {

  void startRow() throws IOException;

  /** Writes a value of the current row; an empty one is null. */
  void write(Column column, Optional<String> text) throws IOException;

  void endRow() throws IOException;
}
