package io.agencytasks.local.model;

import io.agencytasks.domain.task.TaskStatus;
import java.util.Arrays;

/** Draws changes of many tasks alike. */
record BulkCalls(Chance chance) {

  Call draw(World world) {
    var body = Bodies.empty();
    var ids = body.putArray("ids");
    world.tasks().stream().filter(_ -> chance.in100(50)).forEach(task -> ids.add(task.id));
    if (ids.isEmpty() || chance.in100(10)) {
      ids.add(Bodies.NOBODYS);
    }
    if (chance.in100(10)) {
      body.put("dryRun", true);
    }
    return switch (chance.below(7)) {
      case 0, 1 -> {
        var status = chance.one(Arrays.asList(TaskStatus.values())).toString();
        body.put("action", "status").put("status", status);
        yield new Bulk(body, new UpdateRule(new PatchFields(Bodies.empty().put("status", status))));
      }
      case 2 -> {
        boolean bot = chance.in100(60);
        body.put("action", "assign").put("assignedToBot", bot);
        yield new Bulk(
            body, new UpdateRule(new PatchFields(Bodies.empty().put("assignedToBot", bot))));
      }
      case 3 -> new Bulk(body.put("action", "approve"), Rules::approve);
      case 4 -> new Bulk(body.put("action", "execute"), Rules::execute);
      case 5 ->
          chance.in100(50)
              ? new Bulk(body.put("action", "cancel"), Rules::cancel)
              : new Bulk(body.put("action", "reject").put("reason", "No"), Rules::reject);
      default -> {
        body.put("action", "tag").putArray("add").add("seen");
        yield new Bulk(body, Rules::tag);
      }
    };
  }
}
