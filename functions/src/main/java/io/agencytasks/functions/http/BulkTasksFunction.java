package io.agencytasks.functions.http;

import io.agencytasks.domain.change.Change;
import io.agencytasks.domain.change.Change.Done;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /v1/tasks/bulk} (US-012): one statement for all of them. */
public final class BulkTasksFunction extends HttpFunction {
  private final ChangeTasks changeTasks;

  public BulkTasksFunction() {
    this(FunctionContext.lazy());
  }

  BulkTasksFunction(ApplicationContext context) {
    super(context);
    this.changeTasks = context.getBean(ChangeTasks.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var bulk = BulkInput.read(request.body());
    var changes =
        changeTasks.all(
            request.owner(), bulk.ids(), bulk.action(), bulk.dryRun(), request.idempotencyKey());
    return Repeats.answer(changes, all -> Answer.ok(Shown.of(bulk, all)));
  }

  /** What became of each task, in the order in which they were given. */
  record Shown(List<BulkResult> results, long updated, long skipped, boolean dryRun) {
    static Shown of(BulkInput bulk, List<Change> changes) {
      var results = new ArrayList<BulkResult>();
      for (int i = 0; i < changes.size(); i++) {
        results.add(BulkResult.of(bulk.ids().get(i), changes.get(i)));
      }
      long updated = changes.stream().filter(Done.class::isInstance).count();
      long skipped = changes.stream().filter(BulkResult::isSkipped).count();
      return new Shown(results, updated, skipped, bulk.dryRun());
    }
  }
}
