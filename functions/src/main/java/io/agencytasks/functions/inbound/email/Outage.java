package io.agencytasks.functions.inbound.email;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Remembers whether the stream broke, since a parser throws the same of what is in it. */
final class Outage extends FilterInputStream {
  private @Nullable IOException failure;

  Outage(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException broken) {
      failure = broken;
      throw broken;
    }
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    try {
      return super.read(into, from, length);
    } catch (IOException broken) {
      failure = broken;
      throw broken;
    }
  }

  void rethrow() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }
}
