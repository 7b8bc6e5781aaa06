package io.agencytasks.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.agencytasks.domain.task.Unavailable;
import io.agencytasks.functions.json.Mappers;
import io.agencytasks.functions.trace.Trace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** What is done once around every endpoint: refusals, outages, bugs, the log line, the headers. */
@Singleton
final class Edge {
  private static final Logger log = LoggerFactory.getLogger(Edge.class);

  private final Clock clock;

  Edge(Clock clock) {
    this.clock = clock;
  }

  APIGatewayV2HTTPResponse serve(APIGatewayV2HTTPEvent event, Function<Request, Answer> endpoint) {
    var trace = new Trace();
    long start = clock.millis();
    var answer = trace.during(() -> answer(event, endpoint, trace));
    about(log.atInfo(), event, trace)
        .addKeyValue("status", answer.status())
        .addKeyValue("millis", clock.millis() - start)
        .addKeyValue("statements", trace.statements())
        .addKeyValue("databaseMillis", trace.databaseMillis())
        .log("answered");
    return response(answer, event.getRequestContext().getRequestId());
  }

  private static Answer answer(
      APIGatewayV2HTTPEvent event, Function<Request, Answer> endpoint, Trace trace) {
    try {
      return endpoint.apply(new Request(event));
    } catch (InvalidInput invalid) {
      return Refusals.invalid(invalid.faults());
    } catch (BodyTooLarge tooLarge) {
      return Refusals.tooLarge(tooLarge.mostBytes());
    } catch (Unavailable outage) {
      about(log.atError(), event, trace).setCause(outage).log("out of reach");
      return Refusals.unavailable(outage);
    } catch (RuntimeException bug) {
      about(log.atError(), event, trace).addKeyValue("stack", stackOf(bug)).log("broken");
      return Refusals.broken();
    }
  }

  /** What every line about a request says (NFR-025). */
  private static LoggingEventBuilder about(
      LoggingEventBuilder line, APIGatewayV2HTTPEvent event, Trace trace) {
    return line.addKeyValue("requestId", event.getRequestContext().getRequestId())
        .addKeyValue("route", event.getRouteKey())
        .addKeyValue("user", trace.user())
        .addKeyValue("task", trace.task());
  }

  /** Class names and lines only: a message may quote what the request carried. */
  private static String stackOf(Throwable bug) {
    var text = new StringBuilder();
    for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
      text.append(cause.getClass().getName());
      for (var frame : cause.getStackTrace()) {
        text.append("\n  at ").append(frame);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static APIGatewayV2HTTPResponse response(Answer answer, String requestId) {
    var headers = new HashMap<>(answer.headers());
    headers.put("x-request-id", requestId);
    var response =
        APIGatewayV2HTTPResponse.builder().withStatusCode(answer.status()).withHeaders(headers);
    switch (answer.body()) {
      case Content(var type, var bytes) -> {
        headers.put("content-type", type);
        response.withBody(Base64.getEncoder().encodeToString(bytes)).withIsBase64Encoded(true);
      }
      case Problem problem -> {
        headers.put("content-type", "application/problem+json");
        response.withBody(write(problem.withRequestId(requestId)));
      }
      case Object body -> {
        headers.put("content-type", "application/json");
        response.withBody(write(body));
      }
    }
    return response.build();
  }

  private static String write(Object body) {
    try {
      return Mappers.forApi().writeValueAsString(body);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("an answer cannot be written", unwritable);
    }
  }
}
