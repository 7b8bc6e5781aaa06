package io.agencytasks.functions.store;

import io.agencytasks.domain.secret.Users;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Finds a user's number, or gives one at first sight. */
@Singleton
final class MeetUserSql implements Users {
  private static final String SQL =
      """
      with {owner}
      select 'user' as kind, cast(id as text) as json
      from owner
      """
          .replace("{owner}", Owners.MEET);

  private final DataApi database;

  MeetUserSql(DataApi database) {
    this.database = database;
  }

  @Override
  public long meet(Owner owner) {
    var rows = database.rows(Owners.meet(Statement.repeatable(SQL), owner));
    return Long.parseLong(TaskRows.first(rows, "user").orElseThrow());
  }
}
