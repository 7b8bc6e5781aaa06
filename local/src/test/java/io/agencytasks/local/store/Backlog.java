package io.agencytasks.local.store;

import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Priority;
import java.time.Duration;

/** Many ready tasks at once, past the API. */
record Backlog(TheStore store) {

  /** Users of this name, numbered from 1, each with so many tasks. */
  void ofTenants(String name, int tenants, int tasksEach) {
    for (int n = 1; n <= tenants; n++) {
      store.tell("insert into users (subject) values (?)", name + n);
    }
    store.tell(
        tasks(
            "from users cross join generate_series(1, %d) n where subject like '%s%%'"
                .formatted(tasksEach, name)),
        Priority.MEDIUM.toString(),
        0,
        0);
  }

  /** Tasks of one user, made so long ago. */
  void of(String subject, int tasks, Priority priority, Duration ago) {
    store.tell("insert into users (subject) values (?) on conflict do nothing", subject);
    store.tell(
        tasks(
            "from users cross join generate_series(1, %d) n where subject = '%s'"
                .formatted(tasks, subject)),
        priority.toString(),
        ago.toSeconds(),
        HeadStart.USUAL.of(priority).toSeconds());
  }

  private static String tasks(String from) {
    return """
    insert into agency_tasks (
      user_id, source_type, title, task_type, lane, triggered_by, priority, released_at, head_start)
    select users.id, 'manual', 'Call', 'api_call', 'standard', 'automatic', ?,
           now() - make_interval(secs => ?), ?
    """
        + from;
  }
}
