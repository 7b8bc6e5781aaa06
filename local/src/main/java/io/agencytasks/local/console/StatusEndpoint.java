package io.agencytasks.local.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.aurora.Aurora;
import io.agencytasks.local.bus.BusStatus;
import io.agencytasks.local.bus.EventBridge;
import io.agencytasks.local.cloudwatch.CloudWatch;
import io.agencytasks.local.cloudwatch.Statistics;
import io.agencytasks.local.lambda.FunctionHost;
import io.agencytasks.local.lambda.FunctionStatus;
import io.agencytasks.local.scheduler.ScheduleStatus;
import io.agencytasks.local.scheduler.Scheduler;
import io.agencytasks.local.sqs.QueueCounts;
import io.agencytasks.local.sqs.Sqs;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers {@code GET /local/status}: what runs, and how much it has done. */
public record StatusEndpoint(
    FunctionHost functions,
    Sqs sqs,
    Scheduler scheduler,
    EventBridge bridge,
    CloudWatch metrics,
    Aurora aurora,
    URI smtp)
    implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonAnswer.toGet(exchange, this::status).send(exchange);
    }
  }

  private Map<String, ?> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("functions", byName(functions.status(), FunctionStatus::name, StatusEndpoint::show));
    status.put("queues", byName(sqs.counts(), QueueCounts::name, StatusEndpoint::show));
    status.put("schedules", byName(scheduler.status(), ScheduleStatus::name, StatusEndpoint::show));
    status.put("buses", byName(bridge.status(), BusStatus::name, StatusEndpoint::show));
    status.put("metrics", byName(metrics.statistics(), Statistics::metric, StatusEndpoint::show));
    status.put("database", Map.of("url", aurora.url(), "answers", aurora.answers()));
    status.put("mail", Map.of("url", smtp));
    return status;
  }

  private static Map<String, Object> show(FunctionStatus function) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("invocations", function.invocations());
    shown.put("errors", function.errors());
    shown.put("running", function.running());
    function.lastDuration().ifPresent(it -> shown.put("lastDurationMillis", it.toMillis()));
    return shown;
  }

  private static Map<String, Object> show(QueueCounts queue) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("waiting", queue.waiting());
    shown.put("running", queue.running());
    shown.put("delayed", queue.delayed());
    return shown;
  }

  private static Map<String, Object> show(ScheduleStatus schedule) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("function", schedule.function());
    shown.put("expression", schedule.expression());
    shown.put("next", schedule.next().map(StatusEndpoint::toTheSecond).orElse("never"));
    shown.put("firings", schedule.firings());
    return shown;
  }

  private static Map<String, Object> show(BusStatus bus) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("published", bus.published());
    shown.put("rules", byName(bus.rules(), BusStatus.Rule::name, StatusEndpoint::show));
    return shown;
  }

  private static Map<String, Object> show(BusStatus.Rule rule) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("function", rule.function());
    shown.put("pattern", rule.pattern());
    shown.put("matched", rule.matched());
    return shown;
  }

  private static Map<String, Object> show(Statistics metric) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("unit", metric.unit());
    shown.put("samples", metric.samples());
    shown.put("last", metric.last());
    shown.put("sum", metric.sum());
    shown.put("p50", metric.p50());
    shown.put("p99", metric.p99());
    shown.put("max", metric.max());
    return shown;
  }

  private static <T> Map<String, Object> byName(
      List<T> all, Function<T, String> name, Function<T, Map<String, Object>> content) {
    Map<String, Object> named = new LinkedHashMap<>();
    all.forEach(one -> named.put(name.apply(one), content.apply(one)));
    return named;
  }

  private static String toTheSecond(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
