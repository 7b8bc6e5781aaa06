package io.agencytasks.functions.outbound;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A body that OkHttp never sends again on its own, so that an attempt is one request. */
public final class OneShotBody extends RequestBody {
  private final @Nullable MediaType contentType;
  private final ByteString content;

  /**
   * Of these bytes.
   *
   * @param contentType none where a header says it
   */
  public OneShotBody(@Nullable MediaType contentType, ByteString content) {
    this.contentType = contentType;
    this.content = content;
  }

  @Override
  public @Nullable MediaType contentType() {
    return contentType;
  }

  @Override
  public long contentLength() {
    return content.size();
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(content);
  }
}
