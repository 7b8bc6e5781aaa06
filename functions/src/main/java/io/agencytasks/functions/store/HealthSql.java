package io.agencytasks.functions.store;

import io.agencytasks.domain.health.CheckHealth;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** The least that a database can be asked. */
@Singleton
final class HealthSql implements CheckHealth.Store {
  private static final String SQL = "select 'alive' as kind, 'true' as json";

  private final DataApi database;

  HealthSql(DataApi database) {
    this.database = database;
  }

  @Override
  public void ping() {
    database.rows(Statement.repeatable(SQL));
  }
}
