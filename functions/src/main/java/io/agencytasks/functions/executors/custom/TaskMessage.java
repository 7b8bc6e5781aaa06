package io.agencytasks.functions.executors.custom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.secret.SecretValue;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.outbound.OneShotBody;
import io.agencytasks.functions.outbound.WebhookSignature;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okio.ByteString;

/**
 * The message that hands a task over. Its {@code webhook-id} is the execution's: what comes twice
 * under one is a repeat of the same attempt, while another attempt is to be made anew. What must
 * not happen twice over all attempts goes by {@code taskUuid}.
 */
final class TaskMessage {
  private static final MediaType JSON = MediaType.get("application/json");

  private TaskMessage() {}

  /** The signed request; empty where the secret is none to sign with. */
  static Optional<Request> of(
      CustomConfig config,
      ClaimedExecution execution,
      Invitation invitation,
      SecretValue secret,
      Instant now) {
    var body = body(config, execution, invitation);
    return WebhookSignature.of(secret, execution.token().value().toString(), now, body)
        .map(
            headers ->
                new Request.Builder()
                    .url(config.url())
                    .headers(headers)
                    .header("User-Agent", "AgencyTasks/1")
                    .post(new OneShotBody(JSON, ByteString.encodeUtf8(body)))
                    .build());
  }

  private static String body(
      CustomConfig config, ClaimedExecution execution, Invitation invitation) {
    var input = Objects.requireNonNullElse(execution.input(), new Json("null"));
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "task.execute")
            .put("taskId", execution.taskId().value())
            .put("taskUuid", execution.taskUuid().toString())
            .put("title", execution.title())
            .put("attempt", execution.attempt());
    body.set("data", config.data());
    body.putRawValue("input", new RawValue(input.text()));
    body.putObject("callback")
        .put("url", invitation.url())
        .put("expiresAt", invitation.expiresAt().toString());
    return body.toString();
  }
}
