package io.agencytasks.domain.task;

import static io.agencytasks.domain.task.TaskStatus.CANCELLED;
import static io.agencytasks.domain.task.TaskStatus.COMPLETED;
import static io.agencytasks.domain.task.TaskStatus.DEFERRED;
import static io.agencytasks.domain.task.TaskStatus.FAILED;
import static io.agencytasks.domain.task.TaskStatus.IN_PROGRESS;
import static io.agencytasks.domain.task.TaskStatus.PENDING;
import static io.agencytasks.domain.task.TaskStatus.QUEUED;
import static io.agencytasks.domain.task.TaskStatus.WAITING_INPUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskStatusTest {

  @Test
  void a_waiting_task_may_start_be_put_off_be_done_by_hand_or_be_dropped() {
    assertThat(PENDING.next())
        .containsExactlyInAnyOrder(QUEUED, IN_PROGRESS, DEFERRED, COMPLETED, FAILED, CANCELLED);
    assertThat(QUEUED.next())
        .containsExactlyInAnyOrder(IN_PROGRESS, DEFERRED, COMPLETED, FAILED, CANCELLED);
  }

  @Test
  void a_running_task_may_end_ask_wait_or_be_stopped() {
    assertThat(IN_PROGRESS.next())
        .containsExactlyInAnyOrder(COMPLETED, FAILED, PENDING, WAITING_INPUT, DEFERRED, CANCELLED);
  }

  @Test
  void a_failed_task_may_be_tried_again_or_dropped() {
    assertThat(FAILED.next()).containsExactlyInAnyOrder(QUEUED, PENDING, CANCELLED);
  }

  @Test
  void a_task_that_was_put_off_or_asks_comes_back_as_pending() {
    assertThat(DEFERRED.next()).containsExactlyInAnyOrder(PENDING, CANCELLED);
    assertThat(WAITING_INPUT.next())
        .containsExactlyInAnyOrder(PENDING, COMPLETED, FAILED, CANCELLED);
  }

  @Test
  void completed_and_cancelled_are_final() {
    assertThat(COMPLETED.next()).isEmpty();
    assertThat(CANCELLED.next()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void no_state_may_become_itself(TaskStatus status) {
    assertThat(status.mayBecome(status)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void by_hand_nothing_else_is_possible_than_at_all(TaskStatus status) {
    assertThat(status.nextByHand()).isSubsetOf(status.next());
    assertThat(status.nextByItsPerson()).isSubsetOf(status.next());
    assertThat(Collections.disjoint(status.nextByHand(), status.nextByItsPerson())).isTrue();
  }

  @Test
  void every_state_can_be_reached_from_pending() {
    Set<TaskStatus> reached = new HashSet<>();
    Deque<TaskStatus> open = new ArrayDeque<>(Set.of(PENDING));
    while (!open.isEmpty()) {
      var status = open.pop();
      if (reached.add(status)) {
        open.addAll(status.next());
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(TaskStatus.values());
  }

  @Test
  void names_on_the_wire_are_small_letters() {
    assertThat(IN_PROGRESS).hasToString("in_progress");
  }
}
