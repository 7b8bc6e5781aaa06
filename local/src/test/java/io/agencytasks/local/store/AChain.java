package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;

import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.TaskId;
import java.util.List;
import java.util.stream.LongStream;

/** Ready tasks of Alice's, each but the first waiting for the one before. */
record AChain(TheStore store, TaskId head, int length) {

  /** Where one fails, the next does this. */
  static AChain of(int length, OnDependencyFailure policy, TheStore store) {
    var head = aTask().retriedAtMost(0).createdIn(store);
    store.tell(
        """
        with link as (
          insert into agency_tasks (
            user_id, source_type, title, task_type, lane, on_dependency_failure, on_uncertain,
            triggered_by, released_at)
          select user_id, 'manual', 'A link', 'api_call', 'standard', ?, 'retry', 'automatic', now()
          from agency_tasks, generate_series(2, ?)
          where id = ?
          returning id
        )
        insert into task_dependencies
        select id, id - 1 from link
        """,
        policy.toString(),
        length,
        head.value());
    store.tell("update agency_tasks set blocked_by = id - 1 where id > ?", head.value());
    return new AChain(store, head, length);
  }

  List<TaskId> ids() {
    return LongStream.range(0, length).mapToObj(n -> new TaskId(head.value() + n)).toList();
  }

  TaskId last() {
    return ids().getLast();
  }

  long count(String status) {
    return store.count(
        "select count(*) from agency_tasks where status = ? and id between ? and ?",
        status,
        head.value(),
        last().value());
  }
}
