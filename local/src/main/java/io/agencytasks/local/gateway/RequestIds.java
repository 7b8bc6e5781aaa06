package io.agencytasks.local.gateway;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Request ids in the form that API Gateway gives them: sixteen characters of Base64. */
final class RequestIds {
  private static final int BYTES = 11;

  private RequestIds() {}

  static String of(UUID id) {
    byte[] all =
        ByteBuffer.allocate(16)
            .putLong(id.getLeastSignificantBits())
            .putLong(id.getMostSignificantBits())
            .array();
    return Base64.getEncoder().encodeToString(Arrays.copyOf(all, BYTES));
  }
}
