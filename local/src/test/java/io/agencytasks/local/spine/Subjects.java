package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.contract.Operation;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

/** What operations can be done to: made anew each time, of the caller's, and in the right state. */
public record Subjects(Caller caller, Rows rows) {

  /** A path of the operation. */
  public String path(Operation operation) throws Exception {
    String path = operation.path().replace("{asset}", "docs.css");
    if (path.contains("{name}")) {
      return path.replace("{name}", secret());
    }
    if (path.contains("{token}")) {
      return path.replace("{token}", callbackToken());
    }
    if (path.startsWith("/v1/webhooks/") || path.startsWith("/v1/hooks/")) {
      return new Hook(caller).path(path);
    }
    return path.contains("{id}") ? path.replace("{id}", Long.toString(id(operation))) : path;
  }

  /** What its path names. */
  private long id(Operation operation) throws Exception {
    if (operation.path().startsWith("/v1/conversations")) {
      return new Hook(caller).conversation();
    }
    return operation.path().startsWith("/v1/templates") ? template() : task(operation.id());
  }

  private long task(String operation) throws Exception {
    return switch (operation) {
      case "ApproveTask", "RejectTask" -> caller.create(ATask.idle().awaitingReview());
      case "GiveInput" -> asking();
      default -> caller.create(ATask.idle());
    };
  }

  private String secret() {
    String name = UUID.randomUUID().toString();
    HttpResponse<String> put =
        caller.send("PUT", "/v1/secrets/" + name, "{\"value\":\"not-a-real-token\"}");
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    return name;
  }

  /** Of a task that awaits a callback, as if an endpoint had been handed it. */
  private String callbackToken() throws Exception {
    String token = UUID.randomUUID().toString().replace("-", "") + "-_-_-_-_-_-";
    long id = caller.create(ATask.idle());
    rows.of("update agency_tasks set status = 'in_progress' where id = ?", id);
    rows.of(
        """
        insert into task_executions (
          task_id, user_id, lane, triggered_by, attempt_number, lease_until, awaits_callback,
          callback_hash, callback_until)
        select id, user_id, lane, 'manual', 1, now() + interval '1 hour', true,
               sha256(convert_to(?, 'UTF8')), now() + interval '1 hour'
        from agency_tasks
        where id = ?
        """,
        token,
        id);
    return token;
  }

  private long template() {
    String body = "{\"name\":\"%s\",\"task\":%s}".formatted(UUID.randomUUID(), ATask.idle().json());
    HttpResponse<String> created = caller.post("/v1/templates", body);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return Caller.json(created).path("id").asLong();
  }

  /** A task that asks something, as if its executor had. */
  private long asking() throws Exception {
    long id = caller.create(ATask.idle());
    for (String status : List.of("in_progress", "waiting_input")) {
      rows.of("update agency_tasks set status = ? where id = ?", status, id);
    }
    return id;
  }

  /** The ids of tasks in an example are anybody's; these are the caller's. */
  public ObjectNode withTasksOfOurs(Operation operation, JsonNode body) {
    ObjectNode ours = body.deepCopy();
    for (JsonPointer place : operation.idsInBody()) {
      if (ours.at(place) instanceof ArrayNode ids) {
        List<Long> created = ids.valueStream().map(id -> caller.create(ATask.idle())).toList();
        ids.removeAll();
        created.forEach(ids::add);
      }
    }
    return ours;
  }
}
