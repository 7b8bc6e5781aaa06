package io.agencytasks.functions.inbound.email;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers whether the stream broke, since a parser throws the same of what is in it. S3's throws
 * unchecked, too: where a checksum does not fit, for example.
 */
final class Outage extends FilterInputStream {
  private @Nullable Exception failure;

  Outage(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException | RuntimeException broken) {
      failure = broken;
      throw broken;
    }
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    try {
      return super.read(into, from, length);
    } catch (IOException | RuntimeException broken) {
      failure = broken;
      throw broken;
    }
  }

  void rethrow() throws IOException {
    switch (failure) {
      case null -> {}
      case IOException broken -> throw broken;
      case RuntimeException broken -> throw broken;
      default -> throw new IllegalStateException("a stream throws nothing else", failure);
    }
  }
}
