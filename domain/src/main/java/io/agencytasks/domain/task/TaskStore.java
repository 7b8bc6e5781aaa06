package io.agencytasks.domain.task;

import java.time.Duration;
import java.util.Optional;

/** Where tasks are kept. Each method is one statement, and sees only what its owner owns. */
public interface TaskStore {

  /**
   * Stores a task as pending; its owner's row is made at first sight.
   *
   * @param headStart what its priority and urgency are worth in the queue
   */
  Creation create(Owner owner, NewTask task, Duration headStart, OnUncertain onUncertain);

  Optional<TaskDetails> find(Owner owner, TaskId id);

  /** A page whose rows outgrow one answer of the database takes as many statements as it needs. */
  TaskList list(Owner owner, Page page);

  /**
   * Releases a task to run as soon as it can.
   *
   * @param headStart what being asked for by hand is worth on top
   */
  ExecuteAnswer execute(Owner owner, TaskId id, Duration headStart);
}
