package io.agencytasks.functions.store;

import io.agencytasks.domain.execution.BrowserSession;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Progress;
import io.agencytasks.domain.execution.Steps;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes how far attempts are, each beside its lease. */
@Singleton
final class StepsSql implements Steps {
  private static final String NOTE =
      """
      with noted as (
        update task_executions e
        set steps_total = :total,
            steps_completed = :completed,
            current_step = :current,
            step_results = cast(:results as jsonb)
        where e.execution_uuid = cast(:token as uuid)
          and e.user_id = :user
          and e.status = 'started'
        returning e.id
      )
      select 'noted' as kind, cast(id as text) as json
      from noted
      """;

  private static final String SESSION =
      """
      with noted as (
        update task_executions e
        set browser_session_id = :session,
            debug_url = :debugUrl,
            recording_url = :recordingUrl
        where e.execution_uuid = cast(:token as uuid)
          and e.user_id = :user
          and e.status = 'started'
        returning e.id
      )
      select 'noted' as kind, cast(id as text) as json
      from noted
      """;

  private static final String BEFORE =
      """
      select 'before' as kind,
             cast(jsonb_build_object(
               'total', e.steps_total,
               'completed', e.steps_completed,
               'current', e.current_step,
               'results', e.step_results
             ) as text) as json
      from task_executions e
      where e.task_id = :task
        and e.user_id = :user
        and e.execution_uuid <> cast(:token as uuid)
        and e.step_results is not null
      order by e.started_at desc, e.id desc
      limit 1
      """;

  private final DataApi database;

  StepsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public boolean note(ClaimedExecution execution, Progress progress) {
    var rows =
        database.rows(
            of(execution, Statement.repeatable(NOTE))
                .number("total", progress.total())
                .number("completed", progress.completed())
                .text("current", cut(progress.current()))
                .text("results", progress.results().text()));
    return !rows.isEmpty();
  }

  @Override
  public void note(ClaimedExecution execution, BrowserSession session) {
    database.rows(
        of(execution, Statement.repeatable(SESSION))
            .text("session", session.id())
            .text("debugUrl", session.debugUrl())
            .text("recordingUrl", session.recordingUrl()));
  }

  @Override
  public Optional<Progress> before(ClaimedExecution execution) {
    var rows =
        database.rows(
            of(execution, Statement.repeatable(BEFORE)).number("task", execution.taskId().value()));
    return TaskRows.all(rows, "before", Progress.class).stream().findAny();
  }

  private static Statement of(ClaimedExecution execution, Statement statement) {
    return statement
        .text("token", execution.token().value().toString())
        .number("user", execution.userId());
  }

  private static @Nullable String cut(@Nullable String current) {
    return current == null || current.codePointCount(0, current.length()) <= Progress.MAX_CURRENT
        ? current
        : current.substring(0, current.offsetByCodePoints(0, Progress.MAX_CURRENT));
  }
}
