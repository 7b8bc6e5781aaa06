package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.KeepReadyTenants;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/**
 * Finds who has released tasks by a loose scan of their index. A tenant is locked before it is
 * looked at anew and taken out, and left alone where somebody is just making a task ready.
 */
@Singleton
final class ReadyTenantsSql implements KeepReadyTenants.Store {
  private static final String SQL =
      """
      with recursive tenants (user_id) as (
        (select t.user_id
         from agency_tasks t
         where {ready}
         order by t.user_id
         limit 1)
        union all
        select (select t.user_id
                from agency_tasks t
                where t.user_id > tenants.user_id
                  and {ready}
                order by t.user_id
                limit 1)
        from tenants
        where tenants.user_id is not null
      ),
      missing as materialized (
        select note_ready_tenant(t.user_id) as put_in
        from tenants t
        left join ready_tenants r on r.user_id = t.user_id
        where t.user_id is not null
          and r.user_id is null
        order by t.user_id
      ),
      idle as (
        select r.user_id
        from ready_tenants r
        where not exists (
          select
          from agency_tasks t
          where t.user_id = r.user_id
            and {ready})
        limit :atMost
        for update skip locked
      ),
      gone as (
        delete from ready_tenants r
        using idle
        where r.user_id = idle.user_id
          and not has_ready_tasks_now(idle.user_id)
        returning r.user_id
      )
      select 'tenants' as kind,
             cast((select count(*) from missing where put_in)
                  + (select count(*) from gone) as text) as json
      """
          .replace("{ready}", Ready.GUARDS);

  private final DataApi database;

  ReadyTenantsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public int keep(int atMost) {
    var rows = database.rows(Statement.repeatable(SQL).number("atMost", atMost));
    return TaskRows.first(rows, "tenants").map(Integer::parseInt).orElse(0);
  }
}
