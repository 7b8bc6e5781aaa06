package io.agencytasks.local.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tasks that no request has been about, made as they are needed by the recorded creation. */
final class FreshTasks {
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  private final TaskTable table;
  private final Work create;
  private final Queue<Long> tasks = new ConcurrentLinkedQueue<>();

  FreshTasks(TaskTable table, Work create) {
    this.table = table;
    this.create = create;
  }

  /** Makes so many that {@link #next} can be asked that often. */
  void stock(int clients, int count) throws SQLException {
    long newest = table.newest();
    new ClosedLoop(clients, count, AT_MOST).run(create);
    tasks.clear();
    tasks.addAll(table.untouched(newest));
  }

  /** A task that was not given before. */
  long next() {
    return tasks.remove();
  }

  /** A task that may be asked for again and again. */
  long any() {
    return tasks.element();
  }
}
