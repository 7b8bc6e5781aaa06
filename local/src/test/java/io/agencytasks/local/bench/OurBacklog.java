package io.agencytasks.local.bench;

import io.agencytasks.local.dataapi.DataApiEndpoint;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Tasks of many users, put into the table at once; a sweep then rings for them. */
record OurBacklog(
    DataSource superuser, TaskTable tasks, DataApiEndpoint dataApi, URI target, Runnable sweep)
    implements Backlog {
  private static final int USERS = 50;

  @Override
  public String runner() {
    return "Agency Tasks";
  }

  @Override
  public Duration drain(int jobs) throws Exception {
    long newest = tasks.newest();
    insert(jobs);
    long began = System.nanoTime();
    sweep.run();
    tasks.awaitCompleted(newest, jobs);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  long statements() {
    return dataApi.statements();
  }

  private void insert(int jobs) throws SQLException {
    try (var connection = superuser.getConnection();
        var insert =
            connection.prepareStatement(
                """
                insert into agency_tasks (
                  user_id, source_type, title, task_type, lane, execution_config, on_uncertain,
                  triggered_by, released_at)
                select u.id, 'manual', 'Ask the other side', 'api_call', 'standard',
                       jsonb_build_object('url', cast(? as text)), 'retry', 'automatic', now()
                from generate_series(1, ?) n
                join users u on u.subject = 'newcomer-' || n % ?
                """)) {
      insert.setString(1, target.toString());
      insert.setInt(2, jobs);
      insert.setInt(3, USERS);
      int inserted = insert.executeUpdate();
      if (inserted != jobs) {
        throw new IllegalStateException("Only %d of %d are there".formatted(inserted, jobs));
      }
    }
  }
}
