package io.agencytasks.local.dataapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answers that carry no rows. */
final class Answers {
  private static final JsonFactory JSON = new JsonFactory();

  private Answers() {}

  /** Of a statement that has no result; keys are never generated on Postgres. */
  static byte[] updated(long count) {
    return "{\"numberOfRecordsUpdated\":%d,\"generatedFields\":[]}"
        .formatted(count)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Of a batch, which has one result for each set of parameters. */
  static byte[] updates(int sets) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(answer)) {
      json.writeStartObject();
      json.writeArrayFieldStart("updateResults");
      for (int set = 0; set < sets; set++) {
        json.writeStartObject();
        json.writeArrayFieldStart("generatedFields");
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return answer.toByteArray();
  }

  static byte[] transactionId(String id) {
    return member("transactionId", id);
  }

  static byte[] transactionStatus(String status) {
    return member("transactionStatus", status);
  }

  private static byte[] member(String name, String value) {
    return "{\"%s\":\"%s\"}".formatted(name, value).getBytes(StandardCharsets.UTF_8);
  }
}
