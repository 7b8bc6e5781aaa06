package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A change of many tasks alike (US-012). */
record Bulk(ObjectNode body, Rule rule) implements Call {

  @Override
  public Seen make(TheApi api) {
    return api.call("POST /v1/tasks/bulk", "", body);
  }

  @Override
  public List<World> after(World before, Seen seen, Moment moment) {
    if (!moment.fits("bulk", 200, seen.status())) {
      return List.of();
    }
    var after = before.copy();
    Map<ModelTask, Runnable> changes = new LinkedHashMap<>();
    var expected = new ArrayList<String>();
    for (var id : body.path("ids")) {
      expected.add(outcome(id.asLong(), after, moment, changes));
    }
    var outcomes = new ArrayList<String>();
    for (var result : seen.body().path("results")) {
      outcomes.add(told(result));
    }
    if (!moment.fits("outcomes", expected, outcomes)) {
      return List.of();
    }
    if (body.path("dryRun").asBoolean()) {
      return List.of(before);
    }
    after.change(changes);
    return List.of(after);
  }

  private String outcome(long id, World world, Moment moment, Map<ModelTask, Runnable> changes) {
    var task = world.task(id);
    if (task == null) {
      return id + " not_found";
    }
    var ruling = rule.judge(world, task, moment.now());
    if (ruling.changes()) {
      changes.put(task, ruling.change());
    }
    return id
        + (ruling.isDone() ? " updated" : ruling.status() == 400 ? " BAD_REQUEST" : " CONFLICT");
  }

  private static String told(JsonNode result) {
    var outcome = result.path("outcome").asText();
    return result.path("id").asLong()
        + " "
        + (outcome.equals("skipped") ? result.path("code").asText() : outcome);
  }

  @Override
  public Set<Long> names() {
    return Set.copyOf(Shown.numbers(body.path("ids")));
  }

  @Override
  public String toString() {
    return "POST bulk " + body;
  }
}
