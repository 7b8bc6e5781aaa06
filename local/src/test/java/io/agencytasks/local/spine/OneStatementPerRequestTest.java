package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agencytasks.local.LaptopCloud;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.contract.Contract;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request is one statement: counted where the statements arrive. */
class OneStatementPerRequestTest {
  private static final LaptopCloud CLOUD = SharedCloud.cloud();
  private static final Caller CALLER = Caller.somebody();

  /** Nobody runs it here: it can be told to run, and told again. */
  private static final ATask TASK = ATask.idle();

  private static final long ID = CALLER.create(TASK);
  private static final long UNRELEASABLE = CALLER.create(TASK.with("assignedToBot", false));

  private static final long CANCELLABLE = CALLER.create(TASK);

  private static final String BULK =
      "{\"ids\":[%d,%d],\"action\":\"tag\",\"add\":[\"x\"]}".formatted(ID, UNRELEASABLE);

  private static final String NAMED = "{\"name\":\"Costs\"}";
  private static final String TEMPLATE_BODY =
      "{\"name\":\"Costs\",\"task\":%s}".formatted(TASK.json());

  private static final long TEMPLATE =
      Caller.json(CALLER.post("/v1/templates", TEMPLATE_BODY)).path("id").asLong();

  private static final String SECRET = secret();

  private static final String CALLBACK = "POST /v1/callbacks/{token}";
  private static final String PROGRESS = "{\"progress\":{\"total\":2,\"completed\":1}}";
  private static final String NEW_HOOK =
      "{\"name\":\"Mail\",\"channel\":\"custom\",\"verification\":\"github\","
          + "\"defaults\":{\"taskType\":\"reminder\"}}";

  private static final Hook HOOK = new Hook(CALLER);
  private static final Hook OTHER_HOOK = new Hook(CALLER);

  /**
   * A request and what it costs.
   *
   * @param bells doorbells that it rings and somebody hears: each has an executor claim, which is a
   *     statement too
   */
  record Row(String route, String path, String body, int status, int statements, int bells) {
    @Override
    public String toString() {
      return "%s: %d, %d statement(s)".formatted(route, status, statements);
    }

    static Row of(String route, String path, int status, int statements) {
      return new Row(route, path, "", status, statements, 0);
    }
  }

  /** About a task that may be cancelled, since that is what one of these does. */
  private static Row row(String route, String action, String body, int status, int statements) {
    return new Row(route, "/v1/tasks/" + CANCELLABLE + action, body, status, statements, 0);
  }

  private static List<Row> table() {
    String nowhere = "/v1/tasks/9007199254740990";
    return List.of(
        new Row("POST /v1/tasks", "/v1/tasks", TASK.json(), 201, 1, 0),
        new Row("POST /v1/tasks", "/v1/tasks", "{\"title\":\"\"}", 400, 0, 0),
        new Row("POST /v1/tasks", "/v1/tasks", TASK.after(9007199254740990L).json(), 400, 1, 0),
        Row.of("GET /v1/tasks", "/v1/tasks?limit=2&offset=1", 200, 1),
        Row.of("GET /v1/tasks", "/v1/tasks?status=pending,failed&search=a+call", 200, 1),
        Row.of("GET /v1/tasks", "/v1/tasks?sortBy=deadline&sortOrder=asc&limit=100", 200, 1),
        Row.of("GET /v1/tasks", "/v1/tasks?limit=0", 400, 0),
        Row.of("GET /v1/tasks/{id}", "/v1/tasks/" + ID, 200, 1),
        Row.of("GET /v1/tasks/{id}", nowhere, 404, 1),
        Row.of("GET /v1/tasks/{id}", "/v1/tasks/0", 400, 0),
        new Row("POST /v1/tasks/{id}/execute", "/v1/tasks/" + ID + "/execute", "", 202, 1, 0),
        Row.of("POST /v1/tasks/{id}/execute", "/v1/tasks/" + UNRELEASABLE + "/execute", 409, 1),
        Row.of("POST /v1/tasks/{id}/execute", nowhere + "/execute", 404, 1),
        Row.of("POST /v1/tasks/{id}/execute", "/v1/tasks/x/execute", 400, 0),
        row("PATCH /v1/tasks/{id}", "", "{\"priority\":\"low\"}", 200, 1),
        row("PATCH /v1/tasks/{id}", "", "{}", 400, 0),
        row("PATCH /v1/tasks/{id}", "", "{\"dependsOn\":[9007199254740990]}", 400, 1),
        row("DELETE /v1/tasks/{id}", "", "", 200, 1),
        row("POST /v1/tasks/{id}/approve", "/approve", "", 409, 1),
        row("POST /v1/tasks/{id}/reject", "/reject", "{\"reason\":\"No\"}", 409, 1),
        row("POST /v1/tasks/{id}/reject", "/reject", "{}", 400, 0),
        row("POST /v1/tasks/{id}/input", "/input", "{\"input\":1}", 409, 1),
        new Row("POST /v1/tasks/bulk", "/v1/tasks/bulk", BULK, 200, 1, 0),
        Row.of("GET /v1/tasks/queue", "/v1/tasks/queue?filter=pending&limit=2", 200, 1),
        Row.of("GET /v1/tasks/queue", "/v1/tasks/queue?filter=none", 400, 0),
        Row.of("GET /v1/tasks/stats", "/v1/tasks/stats?timeZone=Europe/Berlin", 200, 1),
        Row.of("GET /v1/tasks/stats", "/v1/tasks/stats?timeZone=Mars", 400, 0),
        Row.of("GET /v1/tasks/{id}/executions", "/v1/tasks/" + ID + "/executions", 200, 1),
        Row.of("GET /v1/tasks/{id}/executions", nowhere + "/executions", 404, 1),
        Row.of("GET /v1/tasks/{id}/events", "/v1/tasks/" + ID + "/events?offset=1", 200, 1),
        Row.of("GET /v1/tasks/{id}/events", nowhere + "/events", 404, 1),
        Row.of("GET /v1/tasks/{id}/readiness", "/v1/tasks/" + ID + "/readiness", 200, 1),
        Row.of("GET /v1/tasks/{id}/readiness", nowhere + "/readiness", 404, 1),
        row("POST /v1/tasks/{id}/clone", "/clone", "{\"dryRun\":true}", 200, 1),
        row("POST /v1/tasks/{id}/clone", "/clone", "{\"title\":\"Again\"}", 201, 1),
        new Row("POST /v1/templates", "/v1/templates", "{\"name\":\"\",\"task\":{}}", 400, 0, 0),
        new Row("POST /v1/templates", "/v1/templates", TEMPLATE_BODY, 409, 1, 0),
        Row.of("GET /v1/templates", "/v1/templates?limit=2", 200, 1),
        Row.of("GET /v1/templates/{id}", "/v1/templates/" + TEMPLATE, 200, 1),
        new Row("PATCH /v1/templates/{id}", "/v1/templates/" + TEMPLATE, NAMED, 200, 1, 0),
        new Row(
            "POST /v1/templates/{id}/tasks", "/v1/templates/" + TEMPLATE + "/tasks", "", 201, 1, 0),
        Row.of("DELETE /v1/templates/{id}", "/v1/templates/9007199254740990", 404, 1),
        new Row("PUT /v1/secrets/{name}", SECRET, "{\"value\":\"y\"}", 200, 1, 0),
        new Row("PUT /v1/secrets/{name}", "/v1/secrets/crm", "{\"value\":\"\"}", 400, 0, 0),
        Row.of("GET /v1/secrets", "/v1/secrets", 200, 1),
        Row.of("DELETE /v1/secrets/{name}", "/v1/secrets/unknown", 404, 1),
        Row.of("DELETE /v1/secrets/{name}", "/v1/secrets/no%20name", 400, 0),
        new Row(CALLBACK, "/v1/callbacks/" + "x".repeat(43), "{\"outcome\":\"done\"}", 404, 1, 0),
        new Row(CALLBACK, "/v1/callbacks/" + "x".repeat(43), PROGRESS, 404, 1, 0),
        new Row(CALLBACK, awaited(), PROGRESS, 200, 1, 0),
        new Row(CALLBACK, "/v1/callbacks/x", "{\"outcome\":\"done\"}", 404, 0, 0),
        new Row(CALLBACK, "/v1/callbacks/x", "{\"outcome\":1}", 400, 0, 0),
        new Row("POST /v1/webhooks", "/v1/webhooks", NEW_HOOK, 201, 1, 0),
        new Row("POST /v1/webhooks", "/v1/webhooks", "{}", 400, 0, 0),
        Row.of("GET /v1/webhooks", "/v1/webhooks?limit=2", 200, 1),
        Row.of("GET /v1/webhooks/{id}", HOOK.path(), 200, 1),
        new Row("PATCH /v1/webhooks/{id}", OTHER_HOOK.path(), "{\"enabled\":true}", 200, 1, 0),
        Row.of(
            "POST /v1/webhooks/{id}/rotate-secret", OTHER_HOOK.path() + "/rotate-secret", 200, 1),
        // The rules of a webhook are applied here and not in the database, so it is read first.
        new Row(
            "POST /v1/webhooks/{id}/dry-run",
            HOOK.path() + "/dry-run",
            "{\"payload\":{\"title\":\"Try\"}}",
            200,
            2,
            0),
        Row.of("GET /v1/webhooks/{id}/messages", HOOK.path() + "/messages", 200, 1),
        Row.of(
            "POST /v1/webhooks/{id}/messages/{messageId}/replay",
            HOOK.path("/v1/webhooks/{id}/messages/{messageId}/replay"),
            200,
            2),
        // Once it is known, the webhook is in the function's memory.
        Row.of("POST /v1/hooks/{publicId}", HOOK.url() + "?token=" + HOOK.secret(), 202, 1),
        Row.of("POST /v1/hooks/{publicId}", HOOK.url(), 401, 1),
        Row.of("POST /v1/hooks/{publicId}", "/v1/hooks/" + UUID.randomUUID(), 401, 1),
        Row.of("DELETE /v1/webhooks/{id}", "/v1/webhooks/9007199254740990", 404, 1),
        Row.of("GET /v1/conversations", "/v1/conversations?limit=2", 200, 1),
        Row.of("GET /v1/conversations/{id}", "/v1/conversations/" + HOOK.conversation(), 200, 1),
        Row.of("GET /v1/health", "/v1/health", 200, 1),
        Row.of("GET /v1/openapi.yaml", "/v1/openapi.yaml", 200, 0),
        Row.of("GET /docs", "/docs", 200, 0),
        Row.of("GET /docs/{asset}", "/docs/docs.js", 200, 0),
        Row.of("GET /docs/{asset}", "/docs/nothing.js", 404, 0));
  }

  @Test
  void every_route_of_the_template_is_in_the_table() {
    assertThat(table())
        .extracting(Row::route)
        .containsAll(Routes.all().stream().map(Routes::key).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void a_request_costs_what_the_table_says(Row row) {
    // What runs in the background now and then, as the sweep, adds to a count and never takes away.
    long least = LongStream.generate(() -> cost(row)).limit(3).min().orElseThrow();

    assertThat(least).isEqualTo(row.statements() + row.bells());
  }

  private static long cost(Row row) {
    long answered = invocationsOfExecutor();
    long before = CLOUD.dataApi().statements();
    HttpResponse<String> response =
        CALLER.send(row.route().split(" ", 2)[0], row.path(), row.body());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(row.status());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> invocationsOfExecutor() >= answered + row.bells());
    return CLOUD.dataApi().statements() - before;
  }

  /** Where a task awaits its callback. */
  private static String awaited() {
    try {
      return new Subjects(CALLER, new Rows(CLOUD.superuser()))
          .path(
              Contract.ours().operations().stream()
                  .filter(operation -> operation.route().equals(CALLBACK))
                  .findAny()
                  .orElseThrow());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** There already, since a row is sent several times. */
  private static String secret() {
    String path = "/v1/secrets/crm";
    assertThat(CALLER.send("PUT", path, "{\"value\":\"x\"}").statusCode()).isEqualTo(201);
    return path;
  }

  private static long invocationsOfExecutor() {
    return Caller.json(CALLER.get("/local/status")).at("/functions/Executor/invocations").asLong();
  }
}
