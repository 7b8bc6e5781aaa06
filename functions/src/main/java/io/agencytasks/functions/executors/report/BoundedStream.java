package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.execution.Records;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes as many bytes as an artifact may have, and refuses the first one more. */
final class BoundedStream extends FilterOutputStream {
  private long bytes;

  BoundedStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    count(1);
    out.write(b);
  }

  @Override
  public void write(byte[] from, int start, int length) throws IOException {
    count(length);
    out.write(from, start, length);
  }

  private void count(int more) throws ReportTooLarge {
    bytes += more;
    if (bytes > Records.MAX_ARTIFACT_BYTES) {
      throw new ReportTooLarge("more than %,d bytes".formatted(Records.MAX_ARTIFACT_BYTES));
    }
  }
}
