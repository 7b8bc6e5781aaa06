package io.agencytasks.functions.queue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.agencytasks.domain.execution.Doorbells;
import io.agencytasks.functions.json.Mappers;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Doorbells as SQS brings them. */
final class HeardBells {

  /** The body of one; it has a time if it rang because that comes. */
  record Bell(@Nullable Instant due) {}

  private static final Bell READY = new Bell(null);

  private HeardBells() {}

  /** Whatever a message says, it rings. */
  static Doorbells of(SQSEvent event) {
    var bells = event.getRecords().stream().map(record -> bell(record.getBody())).toList();
    var due = bells.stream().map(Bell::due).filter(Objects::nonNull).toList();
    return new Doorbells(bells.size() - due.size(), due);
  }

  private static Bell bell(String body) {
    try {
      return Mappers.forRows().readValue(body, Bell.class);
    } catch (JsonProcessingException foreign) {
      return READY;
    }
  }
}
