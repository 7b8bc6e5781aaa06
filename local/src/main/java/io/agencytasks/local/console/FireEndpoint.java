package io.agencytasks.local.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.scheduler.ScheduleStatus;
import io.agencytasks.local.scheduler.Scheduler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers {@code POST /local/schedules/{name}/fire}: fires a schedule now, and says how its
 * function ended.
 */
public record FireEndpoint(Scheduler scheduler) implements HttpHandler {
  private static final Pattern PATH = Pattern.compile("/local/schedules/([^/]+)/fire");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange).send(exchange);
    }
  }

  private JsonAnswer answer(HttpExchange exchange) {
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    if (!path.matches()) {
      return JsonAnswer.message(404, "There is nothing here.");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return JsonAnswer.message(405, "Send a POST.");
    }
    String name = path.group(1);
    return scheduler
        .fire(name)
        .map(invocation -> fired(name, invocation))
        .orElseGet(() -> JsonAnswer.message(404, unknown(name)));
  }

  private static JsonAnswer fired(String name, Invocation invocation) {
    return switch (invocation) {
      case Invocation.Answered(String json) -> answer(200, name, "answered", json);
      case Invocation.Failed(String type, String message) ->
          answer(502, name, "failed", type + ": " + message);
      case Invocation.TimedOut(var after) -> answer(504, name, "timed out", "after " + after);
      case Invocation.Throttled throttled -> answer(429, name, "throttled", "nothing ran");
    };
  }

  private static JsonAnswer answer(int status, String name, String outcome, String detail) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("schedule", name);
    content.put("outcome", outcome);
    content.put("detail", detail);
    return new JsonAnswer(status, content);
  }

  private String unknown(String name) {
    return scheduler.status().stream()
        .map(ScheduleStatus::name)
        .collect(
            Collectors.joining(
                ", ", "There is no schedule " + name + ". The schedules are: ", "."));
  }
}
