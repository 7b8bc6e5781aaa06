package io.agencytasks.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.gateway.Authorization.Forbidden;
import io.agencytasks.local.gateway.Authorization.Granted;
import io.agencytasks.local.gateway.Authorization.Unauthorized;
import io.agencytasks.local.gateway.Body.Read;
import io.agencytasks.local.gateway.Body.TooLarge;
import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.lambda.Lambda;
import io.agencytasks.local.template.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the stack's routes: finds the route, asks the authorizer, invokes the function. Belongs
 * at the root of a server that gives each exchange a thread of its own, since it waits in it.
 */
public final class HttpApi implements HttpHandler {
  private static final Logger log = LoggerFactory.getLogger(HttpApi.class);

  private final Routes routes;
  private final JwtAuthorizer authorizer;
  private final EventWriter events;
  private final Integration integration;
  private final Supplier<UUID> ids;

  /**
   * The API in front of a stack's functions.
   *
   * @param ids makes the request ids
   */
  public HttpApi(Stack stack, Lambda lambda, AwsAccount account, Clock clock, Supplier<UUID> ids) {
    this(stack, lambda, account, clock, ids, Integration.TIMEOUT);
  }

  HttpApi(
      Stack stack,
      Lambda lambda,
      AwsAccount account,
      Clock clock,
      Supplier<UUID> ids,
      Duration integrationTimeout) {
    this.routes = Routes.of(stack.functions());
    this.authorizer = new JwtAuthorizer(stack.authorizer(), clock);
    this.events = new EventWriter(account, clock);
    this.integration = new Integration(lambda, integrationTimeout);
    this.ids = ids;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.of(exchange, RequestIds.of(ids.get()));
      AnswerWriter.write(answer(exchange, request), request.id(), exchange);
    }
  }

  private Answer answer(HttpExchange exchange, Request request) throws IOException {
    try {
      return Head.fits(exchange) ? route(exchange, request) : Answer.HEAD_TOO_LARGE;
    } catch (RuntimeException e) {
      log.error("Request {} failed in the gateway", request.id(), e);
      return Answer.INTERNAL_SERVER_ERROR;
    }
  }

  private Answer route(HttpExchange exchange, Request request) throws IOException {
    Optional<Routes.Match> match = routes.match(request.method(), request.path());
    if (match.isEmpty()) {
      return Answer.NOT_FOUND;
    }
    return switch (authorizer.authorize(match.get().route(), request.headers())) {
      case Unauthorized(String challenge) -> Answer.unauthorized(challenge);
      case Forbidden(String challenge) -> Answer.forbidden(challenge);
      case Granted granted -> invoke(exchange, request, match.get(), granted);
    };
  }

  private Answer invoke(HttpExchange exchange, Request request, Routes.Match match, Granted granted)
      throws IOException {
    return switch (Body.read(exchange)) {
      case TooLarge tooLarge -> Answer.BODY_TOO_LARGE;
      case Read body -> {
        String event = events.write(request, match, granted, body);
        yield event.getBytes(StandardCharsets.UTF_8).length > Lambda.MAX_PAYLOAD_BYTES
            ? Answer.BODY_TOO_LARGE
            : integration.invoke(match.function(), event);
      }
    };
  }
}
