package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SomeoneElsesTaskTest {
  private static final long NOBODYS = 9_007_199_254_740_990L;

  private final Rows rows = new Rows(SharedCloud.cloud().superuser());
  private final Caller alice = Caller.somebody();
  private final Caller mallory = Caller.somebody();
  private final ATask secret = ATask.of("reminder").with("executionType", "manual_trigger");

  @ParameterizedTest(name = "{0}")
  @MethodSource("routesWithAnId")
  void is_answered_as_one_that_never_was_and_is_left_alone(Route route) throws Exception {
    long alices = alice.create(secret);
    List<String> before = everythingOf(alices);

    String body = Routes.body(route);

    HttpResponse<String> refused = mallory.send(route.method(), Routes.path(route, alices), body);

    HttpResponse<String> unknown = mallory.send(route.method(), Routes.path(route, NOBODYS), body);
    assertThat(refused.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
    assertThat(withoutRequestId(refused)).isEqualTo(withoutRequestId(unknown));
    assertThat(headers(refused)).isEqualTo(headers(unknown));
    assertThat(everythingOf(alices)).isEqualTo(before);
  }

  @Test
  void is_in_no_list_but_its_owners() {
    alice.create(secret);

    assertThat(Caller.json(alice.get("/v1/tasks")).path("total").asInt()).isEqualTo(1);
    assertThat(Caller.json(mallory.get("/v1/tasks")).path("total").asInt()).isZero();
    assertThat(Caller.json(mallory.get("/v1/tasks")).path("tasks")).isEmpty();
  }

  @Test
  void cannot_be_waited_for() {
    long alices = alice.create(secret);

    HttpResponse<String> refused = mallory.post("/v1/tasks", secret.after(alices).json());
    HttpResponse<String> unknown = mallory.post("/v1/tasks", secret.after(NOBODYS).json());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(withoutRequestId(refused).replace("task " + alices, "task " + NOBODYS))
        .isEqualTo(withoutRequestId(unknown));
  }

  private static List<Named<Route>> routesWithAnId() {
    return Routes.named(route -> route.path().contains("{id}"));
  }

  private List<String> everythingOf(long task) throws Exception {
    return rows.of(
        """
        select to_jsonb(t),
               (select jsonb_agg(to_jsonb(v)) from task_events v where v.task_id = t.id),
               (select jsonb_agg(to_jsonb(e)) from task_executions e where e.task_id = t.id)
        from agency_tasks t
        where t.id = ?
        """,
        task);
  }

  private static String withoutRequestId(HttpResponse<String> response) {
    String id = Caller.json(response).path("requestId").asText();
    assertThat(response.headers().firstValue("x-request-id")).hasValue(id);
    return response.body().replace(id, "");
  }

  private static Map<String, List<String>> headers(HttpResponse<String> response) {
    Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
    headers.keySet().removeAll(List.of("x-request-id", "apigw-requestid", "date"));
    return headers;
  }
}
