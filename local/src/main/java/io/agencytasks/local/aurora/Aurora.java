package io.agencytasks.local.aurora;

import com.zaxxer.hikari.HikariDataSource;
import io.agencytasks.local.template.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A running database with the schema of {@code infra/db}; its data stay in their folder. */
public final class Aurora implements AutoCloseable {
  static final String SUPERUSER = "postgres";

  /**
   * Where things are.
   *
   * @param data made when absent
   * @param programs where Postgres itself is unpacked to, once; may be shared
   * @param log what Postgres says; what its predecessor said is kept beside it
   * @param fresh deletes the data first
   */
  public record Settings(Path data, Path programs, Path log, boolean fresh) {

    /** All in the home of a laptop. */
    public static Settings in(Path home, boolean fresh) {
      return new Settings(
          home.resolve("postgres"),
          home.resolve("postgres-17"),
          home.resolve("postgres.log"),
          fresh);
    }
  }

  private final Failover server;
  private final String url;
  private final DataSource superuser;
  private final HikariDataSource application;

  private Aurora(Failover server, String url, DataSource superuser, HikariDataSource application) {
    this.server = server;
    this.url = url;
    this.superuser = superuser;
    this.application = application;
  }

  /**
   * Returns when the database is up and migrated. The caller sees to it that nobody else on this
   * machine uses the same data.
   *
   * @throws DatabaseRefused when the data cannot be used; they are left as they were
   */
  public static Aurora start(Settings settings, Stack.Database database) {
    try {
      DataFolder data = new DataFolder(settings.data().toAbsolutePath().normalize());
      if (settings.fresh()) {
        data.wipe();
      }
      Programs programs = Programs.unpack(settings.programs().toAbsolutePath().normalize());
      data.prepare(programs);
      int port = freePort();
      Failover server =
          Failover.start(() -> Postmaster.start(programs, data, port, settings.log()));
      return start(server, new Schema(data, new Connections(port)), database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseRefused("Interrupted while the database was starting", e);
    }
  }

  /** Pooled connections that may do what the functions may do on AWS, and no more. */
  public DataSource application() {
    return application;
  }

  /** Connections that may do anything; not pooled. */
  public DataSource superuser() {
    return superuser;
  }

  /** Where a developer's own client connects. */
  public String url() {
    return url;
  }

  /** False while Postgres is being started again. */
  public boolean answers() {
    try (var connection = superuser.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Stops Postgres in order; the data stay. */
  @Override
  public void close() {
    application.close();
    server.stop();
  }

  private static Aurora start(Failover server, Schema schema, Stack.Database database) {
    try {
      String name = database.databaseName();
      Connections connections = schema.connections();
      DataSource superuser = schema.migrate(name);
      return new Aurora(
          server, connections.url(name), superuser, connections.pool(name, database.user()));
    } catch (RuntimeException e) {
      server.stop();
      throw e;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }
}
