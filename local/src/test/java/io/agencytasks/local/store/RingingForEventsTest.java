package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.CreateTask;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TaskTypes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The publisher's bell rings once for a statement that made events, and for no other. */
class RingingForEventsTest {
  private static final TaskTypes ANY_CONFIG =
      new TaskTypes() {
        @Override
        public List<Fault> check(TaskType type, @Nullable Json config) {
          return List.of();
        }

        @Override
        public OnUncertain onUncertain(TaskType type, @Nullable Json config) {
          return OnUncertain.RETRY;
        }
      };

  private final TheStore store = TheStore.emptied();
  private final AtomicInteger rung = new AtomicInteger();
  private final EventBell bell = rung::incrementAndGet;
  private final CreateTask create =
      new CreateTask(
          store.port(CreateTask.Store.class), store.port(Doorbell.class), bell, ANY_CONFIG);
  private final ChangeTasks change =
      new ChangeTasks(
          store.port(ChangeTasks.Store.class), store.port(Doorbell.class), bell, HeadStart.USUAL);

  @Test
  void a_new_task_rings_if_it_needs_a_review() {
    created(aTask());
    assertThat(rung).hasValue(0);

    created(aTask().awaitingReview());
    assertThat(rung).hasValue(1);
  }

  @Test
  void many_changes_ring_once() {
    var tasks = List.of(created(aTask()), created(aTask()), created(aTask()));

    change.all(ALICE, tasks, AHand.CANCEL, false, null);

    assertThat(rung).hasValue(1);
  }

  @Test
  void what_changes_nothing_that_others_are_told_does_not_ring() {
    var task = created(aTask());

    change.one(ALICE, task, IfMatch.ANY, AHand.EXECUTE);
    change.all(ALICE, List.of(task), AHand.CANCEL, true, null);
    change.one(ATask.BOB, task, IfMatch.ANY, AHand.CANCEL);

    assertThat(rung).hasValue(0);
  }

  private TaskId created(ATask task) {
    var creation = create.apply(ALICE, task.newTask(), null).outcome().orElseThrow();
    return ((Creation.Created) creation).task().id();
  }
}
