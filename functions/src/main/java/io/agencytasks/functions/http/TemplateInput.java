package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.template.NewTemplate;
import io.agencytasks.domain.template.TemplateName;
import io.agencytasks.domain.template.TemplatePatch;
import java.time.Instant;
import java.util.List;

/** The body that creates or changes a template (G7). */
final class TemplateInput {
  private static final Decoder<TemplateName> NAME = text(TemplateName::new);

  /** What may be null in a task; in a part of one there is nothing yet that null would empty. */
  private static final List<String> NULLABLE =
      List.of(
          "description",
          "reviewDeadline",
          "executionConfig",
          "scheduledFor",
          "deadline",
          "metadata");

  private TemplateInput() {}

  static NewTemplate create(Fields in, TaskTypes types, Instant now) {
    var name = in.required("name", NAME);
    var description = in.nullable("description", TaskFields.DESCRIPTION);
    var task = in.required("task", node -> task(node, types));
    var schedule = in.nullable("schedule", ScheduleInput.at(now));
    in.end();
    return new NewTemplate(name.get(), description.get(), task.get(), schedule.get());
  }

  static TemplatePatch patch(Fields in, TaskTypes types, Instant now) {
    var name = in.patch("name", NAME);
    var description = in.clearable("description", TaskFields.DESCRIPTION);
    var task = in.patch("task", node -> task(node, types));
    var schedule = in.clearable("schedule", ScheduleInput.at(now));
    in.refuseIf(in.areEmpty(), "", "must change something");
    in.end();
    return new TemplatePatch(name.get(), description.get(), task.get(), schedule.get());
  }

  /** A part of a task, as a template holds it. */
  static TaskPatch task(JsonNode node, TaskTypes types) {
    Decoders.require(node instanceof ObjectNode, "must be an object");
    ObjectNode given = node.deepCopy();
    NULLABLE.stream().filter(name -> given.path(name).isNull()).forEach(given::remove);
    var in = new Fields(given);
    var task = TaskPatchInput.read(in, types);
    in.refuseIf(
        given.has("executionConfig") && !given.has("taskType"),
        "executionConfig",
        "needs its taskType beside it");
    in.end();
    return task.get();
  }
}
