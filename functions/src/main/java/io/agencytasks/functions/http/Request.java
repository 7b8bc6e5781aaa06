package io.agencytasks.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.inbound.ConversationId;
import io.agencytasks.domain.inbound.MessageId;
import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.Text;
import io.agencytasks.domain.template.TemplateId;
import io.agencytasks.domain.webhook.WebhookId;
import io.agencytasks.functions.trace.Trace;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request, decoded piece by piece as the endpoint asks for it. */
final class Request {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final APIGatewayV2HTTPEvent event;

  Request(APIGatewayV2HTTPEvent event) {
    this.event = event;
  }

  /** Who asks: API Gateway has checked the token, or the request would not be here. */
  Owner owner() {
    var claims = event.getRequestContext().getAuthorizer().getJwt().getClaims();
    var subject = claims.get("sub");
    if (subject == null || !isPlain(subject, 255)) {
      throw InvalidInput.of("sub", "of the token must have 1 to 255 plain characters");
    }
    Trace.forUser(subject);
    return new Owner(subject, claim(claims, "email", 320), claim(claims, "name", 255));
  }

  /** What cannot be kept is left out: the token is good without it. */
  private static @Nullable String claim(Map<String, String> claims, String name, int most) {
    var value = claims.get(name);
    return value != null && isPlain(value, most) ? value : null;
  }

  private static boolean isPlain(String value, int most) {
    return !value.isEmpty() && value.length() <= most && Text.isPlain(value);
  }

  /**
   * The task that the path names.
   *
   * @throws InvalidInput unless it is written as a positive integer below 2^53
   */
  TaskId taskId() {
    var task = id("id", TaskId::new);
    Trace.about(task.value());
    return task;
  }

  /**
   * The template that the path names.
   *
   * @throws InvalidInput unless it is written as a positive integer below 2^53
   */
  TemplateId templateId() {
    return id("id", TemplateId::new);
  }

  /**
   * The webhook that the path names.
   *
   * @throws InvalidInput unless it is written as a positive integer below 2^53
   */
  WebhookId webhookId() {
    return id("id", WebhookId::new);
  }

  /**
   * The message that the path names.
   *
   * @throws InvalidInput unless it is written as a positive integer below 2^53
   */
  MessageId messageId() {
    return id("messageId", MessageId::new);
  }

  /**
   * The conversation that the path names.
   *
   * @throws InvalidInput unless it is written as a positive integer below 2^53
   */
  ConversationId conversationId() {
    return id("id", ConversationId::new);
  }

  /**
   * What the path of a webhook's URL ends with.
   *
   * @throws InvalidInput unless it is a UUID
   */
  UUID publicId() {
    var id = pathParameter("publicId");
    if (!UUID_FORM.matcher(id).matches()) {
      throw InvalidInput.of("publicId", "must be a UUID");
    }
    return UUID.fromString(id);
  }

  /**
   * The secret that the path names.
   *
   * @throws InvalidInput unless it is a name of 1 to 64 letters, digits, underscores or hyphens
   */
  SecretName secretName() {
    try {
      return new SecretName(pathParameter("name"));
    } catch (IllegalArgumentException noName) {
      throw InvalidInput.of("name", String.valueOf(noName.getMessage()));
    }
  }

  private <T> T id(String name, LongFunction<T> type) {
    var id = pathParameter(name);
    if (!id.matches("[1-9][0-9]{0,15}")) {
      throw InvalidInput.of(name, "must be a positive integer below 2^53");
    }
    try {
      return type.apply(Long.parseLong(id));
    } catch (IllegalArgumentException tooLarge) {
      throw InvalidInput.of(name, String.valueOf(tooLarge.getMessage()));
    }
  }

  /** The route that it took, as API Gateway names it: {@code GET /v1/tasks/{id}}. */
  String route() {
    return event.getRouteKey();
  }

  /** What stands in the path for a parameter; empty where nothing does. */
  String pathParameter(String name) {
    return Objects.requireNonNullElse(event.getPathParameters(), Map.<String, String>of())
        .getOrDefault(name, "");
  }

  /** A header by its name in lower case, as API Gateway has it; empty where there is none. */
  String header(String name) {
    return headers().getOrDefault(name, "");
  }

  /** All headers, by their names in lower case. */
  Map<String, String> headers() {
    return Objects.requireNonNullElse(event.getHeaders(), Map.of());
  }

  /**
   * The bytes of a body that is not for us to understand.
   *
   * @throws BodyTooLarge beyond 256 KiB
   */
  byte[] bytes() {
    return Body.bounded(event, Body.MOST_BYTES);
  }

  /** The fields of the JSON body. */
  Fields body() {
    return body(Body.MOST_BYTES);
  }

  /** The fields of the JSON body, which may take so many bytes. */
  Fields body(int mostBytes) {
    return new Fields(Body.read(event, mostBytes));
  }

  /** The fields of a JSON body that may be left out altogether. */
  Fields optionalBody() {
    var body = event.getBody();
    return body == null || body.isEmpty() ? Fields.none() : body();
  }

  /** The versions that a change is meant for; any where the header is not given. */
  IfMatch ifMatch() {
    var header = headers().get("if-match");
    return header == null ? IfMatch.ANY : IfMatchHeader.read(header);
  }

  /**
   * The key under which the request's work is done once; null where none came.
   *
   * @throws InvalidInput unless it has 1 to 255 visible characters
   */
  @Nullable IdempotencyKey idempotencyKey() {
    return Repeats.key(event);
  }

  /** The query parameters; only those named here may be given more than once. */
  Fields query(String... repeatable) {
    return Query.read(
        Objects.requireNonNullElse(event.getRawQueryString(), ""), Set.of(repeatable));
  }

  /** Refuses query parameters, for an endpoint that knows none. */
  void takesNoQuery() {
    query().end();
  }
}
