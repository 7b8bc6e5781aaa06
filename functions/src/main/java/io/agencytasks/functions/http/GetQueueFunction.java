package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.integer;
import static io.agencytasks.functions.http.Decoders.oneOf;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.agencytasks.domain.queue.GetQueue;
import io.agencytasks.domain.queue.QueueCounts;
import io.agencytasks.domain.queue.QueueFilter;
import io.agencytasks.domain.queue.QueuedTask;
import io.agencytasks.domain.queue.TaskQueue;
import io.agencytasks.domain.task.TaskSummary;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/tasks/queue} (FR-009). */
public final class GetQueueFunction extends HttpFunction {
  private final GetQueue getTaskQueue;

  public GetQueueFunction() {
    this(FunctionContext.lazy());
  }

  GetQueueFunction(ApplicationContext context) {
    super(context);
    this.getTaskQueue = context.getBean(GetQueue.class);
  }

  @Override
  Answer answer(Request request) {
    var query = request.query();
    var filter = query.optional("filter", oneOf(QueueFilter.class), QueueFilter.ALL);
    var limit = query.optional("limit", integer(1, 100), 50);
    query.end();
    return Answer.ok(Shown.of(getTaskQueue.apply(request.owner(), filter.get(), limit.get())));
  }

  record Shown(List<Waiting> tasks, QueueCounts counts) {
    static Shown of(TaskQueue queue) {
      return new Shown(queue.tasks().stream().map(Waiting::of).toList(), queue.counts());
    }
  }

  /** The fields of a list, and beside them the place in the queue. */
  record Waiting(
      @JsonUnwrapped TaskSummary task,
      @JsonProperty("isRunning") boolean isRunning,
      @Nullable Long queuePosition) {
    static Waiting of(QueuedTask task) {
      return new Waiting(task.task(), task.isRunning(), task.position());
    }
  }
}
