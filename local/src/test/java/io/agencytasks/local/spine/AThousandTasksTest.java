package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agencytasks.local.SharedCloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AThousandTasksTest {
  private static final int CLIENTS = 20;
  private static final int TASKS_EACH = 50;

  private final Rows rows = new Rows(SharedCloud.cloud().superuser());

  @Test
  void created_by_twenty_clients_at_once_all_complete_and_each_is_executed_once() throws Exception {
    try (var target = new Target()) {
      long start = System.nanoTime();
      List<Long> ids = createAll(target);
      double created = secondsSince(start);
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> count(ids, "agency_tasks", "id", "completed_at is not null") == ids.size());
      System.out.printf(
          "%d tasks of %d clients: created in %.1f s, completed in %.1f s%n",
          ids.size(), CLIENTS, created, secondsSince(start));

      assertThat(count(ids, "agency_tasks", "id", "status = 'completed' and error_count = 0"))
          .isEqualTo(ids.size());
      assertThat(count(ids, "task_executions", "task_id", "status = 'succeeded'"))
          .isEqualTo(count(ids, "task_executions", "task_id", "true"))
          .isEqualTo(ids.size());
      assertThat(target.calls()).doesNotHaveDuplicates().hasSize(ids.size());
    }
  }

  /** Anything but 201 fails: neither an error nor a refusal is to be had here. */
  private static List<Long> createAll(Target target) throws Exception {
    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Callable<List<Long>>> work =
          Stream.generate(Caller::somebody)
              .limit(CLIENTS)
              .<Callable<List<Long>>>map(client -> () -> createSome(client, target))
              .toList();
      List<Long> ids = new ArrayList<>();
      for (Future<List<Long>> some : clients.invokeAll(work)) {
        ids.addAll(some.get());
      }
      assertThat(new HashSet<>(ids)).hasSize(CLIENTS * TASKS_EACH);
      return ids;
    }
  }

  private static List<Long> createSome(Caller client, Target target) {
    return Stream.generate(() -> ATask.calling(target.uri("/" + UUID.randomUUID())))
        .limit(TASKS_EACH)
        .map(client::create)
        .toList();
  }

  private long count(List<Long> ids, String table, String column, String condition)
      throws Exception {
    String list = ids.toString().replace('[', '{').replace(']', '}');
    String sql =
        "select count(*) from %s where %s = any (?::bigint[]) and (%s)"
            .formatted(table, column, condition);
    return Long.parseLong(rows.of(sql, list).getFirst());
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
