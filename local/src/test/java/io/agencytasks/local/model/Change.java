package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of one task by a person.
 *
 * @param version the one that it is meant for; null for whatever is there
 * @param rule what it does
 */
record Change(String route, long id, JsonNode body, @Nullable Integer version, Rule rule)
    implements Call {

  @Override
  public Seen make(TheApi api) {
    return api.call(route, id, body, version);
  }

  @Override
  public List<World> after(World before, Seen seen, Moment moment) {
    if (isMalformed()) {
      return moment.fits("malformed", 400, seen.status()) ? List.of(before) : List.of();
    }
    var after = before.copy();
    var task = after.task(id);
    if (task == null) {
      return moment.fits("unknown task", 404, seen.status()) ? List.of(before) : List.of();
    }
    if (version != null && version != task.version) {
      return moment.fits("stale", 412, seen.status()) ? List.of(before) : List.of();
    }
    var status = task.status;
    var ruling = rule.judge(after, task, moment.now());
    if (!moment.fits(route + " " + status, ruling.status(), seen.status())) {
      return List.of();
    }
    if (ruling.changes()) {
      after.change(Map.of(task, ruling.change()));
    }
    return showsTask(ruling, seen, task, moment)
            && (ruling.status() != 409
                || moment.fits(
                    "currentStatus", status.toString(), seen.body().path("currentStatus").asText()))
        ? List.of(after)
        : List.of();
  }

  /** Wrong by itself, whatever the task: that is told before anybody looks for it. */
  private boolean isMalformed() {
    var wanted = body.path("taskType").asText().equals("api_call") ? "url" : "steps";
    return body.has("taskType")
        && body.has("executionConfig")
        && !body.path("executionConfig").has(wanted);
  }

  private static boolean showsTask(Rule.Ruling ruling, Seen seen, ModelTask task, Moment moment) {
    return !ruling.isDone() || !seen.body().has("title") || Shown.fits(task, seen.body(), moment);
  }

  @Override
  public Set<Long> names() {
    var names = new HashSet<>(Set.of(id));
    body.path("dependsOn").forEach(other -> names.add(other.asLong()));
    return names;
  }

  @Override
  public String toString() {
    return "%s %d %s%s".formatted(route, id, body, version == null ? "" : " if-match " + version);
  }
}
