package io.agencytasks.local.spine;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Alice, who has something, and Mallory, who wants it. */
final class TwoTenants {
  static final long NOBODYS = 9_007_199_254_740_990L;

  /** In every text that Alice has, and in no answer to anybody else. */
  static final String SECRET = "alices-secret-7c1d";

  private final Rows rows = new Rows(SharedCloud.cloud().superuser());
  final Caller alice = Caller.somebody();
  final Caller mallory = Caller.somebody();
  final long alicesTask =
      alice.create(ATask.idle().with("title", SECRET).with("description", SECRET));
  final long alicesTemplate = template(alice, SECRET);
  final long alicesSecret = secret();
  final Hook alicesHook = new Hook(alice, hook(SECRET));
  final long alicesConversation = conversation();
  final Hook mallorysHook = new Hook(mallory);
  final long mallorysTask = mallory.create(ATask.idle());
  final long mallorysTemplate = template(mallory, "Mine");

  private static long template(Caller owner, String name) {
    String template =
        """
        {"name": "%s", "task": {"title": "Mine", "taskType": "browser_automation",
                                "executionConfig": {"steps": [{"do": "goto", "url": "https://example.com/"}]},
                                "executionType": "manual_trigger"}}
        """
            .formatted(name);
    return Caller.json(owner.post("/v1/templates", template)).path("id").asLong();
  }

  /** One that nobody can guess, and one whose name is a number, to stand where ids do. */
  private long secret() {
    for (String name : List.of(SECRET, Long.toString(alicesTask))) {
      alice.send("PUT", "/v1/secrets/" + name, "{\"value\":\"%s\"}".formatted(SECRET));
    }
    return alicesTask;
  }

  private static String hook(String name) {
    return """
    {"name": "%s", "channel": "custom", "verification": "token",
     "defaults": {"taskType": "browser_automation", "executionType": "manual_trigger"},
     "rules": {"mapping": {"title": "/title", "sender": "/title"}}}
    """
        .formatted(name);
  }

  private long conversation() {
    alicesHook.send("{\"title\":\"%s\"}".formatted(SECRET));
    return alicesHook.message().path("conversationId").asLong();
  }

  /** What the path's id or name stands for, of Alice's. */
  long alices(String path) {
    if (path.startsWith("/v1/webhooks")) {
      return alicesHook.id();
    }
    if (path.startsWith("/v1/conversations")) {
      return alicesConversation;
    }
    if (path.startsWith("/v1/secrets")) {
      return alicesSecret;
    }
    return path.startsWith("/v1/templates") ? alicesTemplate : alicesTask;
  }

  /** What the path's id names, of Mallory's. */
  long mallorys(String path) {
    if (path.startsWith("/v1/webhooks")) {
      return mallorysHook.id();
    }
    return path.startsWith("/v1/templates") ? mallorysTemplate : mallorysTask;
  }

  /** Every row of Alice's, and her secrets with the times of their last change. */
  List<String> everythingOfAlice() throws Exception {
    List<String> everything = new ArrayList<>(rowsOfAlice());
    everything.add(alice.get("/v1/secrets").body());
    return everything;
  }

  private List<String> rowsOfAlice() throws Exception {
    return rows.of(
        """
        select to_jsonb(t),
               (select jsonb_agg(to_jsonb(v) order by v.id) from task_events v where v.task_id = t.id),
               (select jsonb_agg(to_jsonb(e) order by e.id) from task_executions e where e.task_id = t.id),
               (select jsonb_agg(to_jsonb(d)) from task_dependencies d where d.task_id = t.id
                                                                          or d.depends_on_id = t.id),
               (select to_jsonb(m) from task_templates m where m.id = ?),
               (select to_jsonb(w) from user_webhooks w where w.id = ?),
               (select jsonb_agg(to_jsonb(m) order by m.id) from inbound_messages m where m.webhook_id = ?)
        from agency_tasks t
        where t.id = ?
        """,
        alicesTemplate,
        alicesHook.id(),
        alicesHook.id(),
        alicesTask);
  }

  /** An answer but for what must differ: when it was given, and the id that was asked for. */
  static String comparable(HttpResponse<String> answer, long id) {
    JsonNode body = Caller.json(answer);
    String text = answer.body().replace("\"" + body.path("requestId").asText("-") + "\"", "…");
    return answer.statusCode() + " " + headers(answer) + " " + text.replace(Long.toString(id), "#");
  }

  private static Map<String, List<String>> headers(HttpResponse<String> response) {
    Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
    headers
        .keySet()
        .removeAll(List.of("x-request-id", "apigw-requestid", "date", "content-length"));
    return headers;
  }
}
