package io.agencytasks.functions.store;

import io.agencytasks.domain.stats.Day;
import io.agencytasks.domain.stats.GetStats;
import io.agencytasks.domain.stats.Tally;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;

/** Counts an owner's tasks in the index agency_tasks_counts alone (FR-010). */
@Singleton
final class StatsSql implements GetStats.Store {
  private static final String SQL =
      """
      with tallies as (
        select t.status, t.priority,
               count(*) as tasks,
               count(*) filter (
                 where t.requires_human_review
                   and t.status not in ('completed', 'cancelled')) as pending_review,
               count(*) filter (
                 where t.deadline < now()
                   and t.status not in ('completed', 'cancelled')) as overdue,
               count(*) filter (
                 where t.scheduled_for >= cast(:dayFrom as timestamptz)
                   and t.scheduled_for < cast(:dayTo as timestamptz)) as scheduled_today
        from agency_tasks t
        where t.user_id = (select id from users where subject = :subject)
        group by t.status, t.priority
      )
      select 'tally' as kind, cast(to_jsonb(tallies) as text) as json
      from tallies
      """;

  private final DataApi database;

  StatsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public List<Tally> count(Owner owner, Day today) {
    var rows =
        database.rows(
            Statement.repeatable(SQL)
                .text("subject", owner.subject())
                .text("dayFrom", today.from().toString())
                .text("dayTo", today.to().toString()));
    return TaskRows.all(rows, "tally", Tally.class);
  }
}
