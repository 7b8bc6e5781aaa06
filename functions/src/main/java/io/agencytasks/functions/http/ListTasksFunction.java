package io.agencytasks.functions.http;

import io.agencytasks.domain.listing.ListTasks;
import io.agencytasks.domain.listing.Page;
import io.agencytasks.domain.listing.TaskList;
import io.agencytasks.domain.task.TaskSummary;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/tasks} (FR-003). */
public final class ListTasksFunction extends HttpFunction {
  private final ListTasks listTasks;

  public ListTasksFunction() {
    this(FunctionContext.lazy());
  }

  ListTasksFunction(ApplicationContext context) {
    super(context);
    this.listTasks = context.getBean(ListTasks.class);
  }

  @Override
  Answer answer(Request request) {
    var query = ListTasksInput.read(request.query(ListTasksInput.REPEATABLE));
    return Answer.ok(Shown.of(listTasks.apply(request.owner(), query), query.page()));
  }

  record Shown(
      List<TaskSummary> tasks, long total, int limit, int offset, @Nullable String nextCursor) {
    static Shown of(TaskList list, Page page) {
      return new Shown(
          list.tasks(),
          list.total(),
          page.limit(),
          page.offset(),
          list.next().map(CursorText::write).orElse(null));
    }
  }
}
