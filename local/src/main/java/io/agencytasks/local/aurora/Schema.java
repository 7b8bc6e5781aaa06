package io.agencytasks.local.aurora;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The database that the template names, and in it what {@code infra/db} makes. */
record Schema(DataFolder data, Connections connections) {
  private static final String ANY_DATABASE = "postgres";

  /** Makes or migrates the database, as the superuser. */
  DataSource migrate(String database) {
    create(database);
    DataSource superuser = connections.to(database, Aurora.SUPERUSER);
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(superuser)
          .locations("classpath:db/migration")
          .failOnMissingLocations(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw data.refused("cannot be brought to this version's schema: " + e.getMessage(), e);
    }
    return superuser;
  }

  private void create(String database) {
    try (var connection = connections.to(ANY_DATABASE, Aurora.SUPERUSER).getConnection();
        var find = connection.prepareStatement("select 1 from pg_database where datname = ?");
        var create = connection.createStatement()) {
      find.setString(1, database);
      if (!find.executeQuery().next()) {
        create.execute("create database " + create.enquoteIdentifier(database, true));
      }
    } catch (SQLException e) {
      throw data.refused("has no usable database " + database + ": " + e.getMessage(), e);
    }
  }
}
