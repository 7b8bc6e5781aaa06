package io.agencytasks.local.dataapi;

import static io.agencytasks.local.dataapi.DataApiFixture.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseUnavailableException;
import software.amazon.awssdk.services.rdsdata.model.ServiceUnavailableErrorException;

/** What the database says comes through word for word; that it says nothing, too. */
class DatabaseErrorsTest {
  private static DataApiFixture api;

  @BeforeAll
  static void start() {
    api = DataApiFixture.start();
    api.execute("create table keyed (id int primary key)");
  }

  @AfterAll
  static void stop() {
    api.execute("drop table keyed");
    api.close();
  }

  @Test
  void an_error_has_its_position_and_state() {
    assertThatThrownBy(() -> api.execute("select * from nowhere"))
        .isInstanceOfSatisfying(
            DatabaseErrorException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo(
                        "ERROR: relation \"nowhere\" does not exist;"
                            + " Position: 15; SQLState: 42P01"));
  }

  @Test
  void an_error_has_its_detail() {
    assertThatThrownBy(() -> api.execute("insert into keyed values (:a::int), (1)", number("a", 1)))
        .isInstanceOfSatisfying(
            DatabaseErrorException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo(
                        "ERROR: duplicate key value violates unique constraint \"keyed_pkey\";"
                            + " Detail: Key (id)=(1) already exists.; SQLState: 23505"));
  }

  @Test
  void an_error_has_its_hint() {
    assertThatThrownBy(() -> api.execute("select length(1)"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("; Hint: No function matches the given name and argument types.")
        .hasMessageContaining("; Position: 8; SQLState: 42883");
  }

  @Test
  void a_database_out_of_reach_is_unavailable() throws IOException {
    try (DataApiFixture lost = postgresAt(portThatNobodyListensAt())) {
      assertThatThrownBy(() -> lost.execute("select 1"))
          .isInstanceOfSatisfying(
              DatabaseUnavailableException.class, e -> assertThat(e.statusCode()).isEqualTo(504));
      assertThatThrownBy(lost::begin).isInstanceOf(DatabaseUnavailableException.class);
    }
  }

  @Test
  void a_database_that_is_starting_is_resuming() throws IOException {
    try (StartingPostgres starting = new StartingPostgres();
        DataApiFixture early = postgresAt(starting.port())) {
      assertThatThrownBy(() -> early.execute("select 1"))
          .isInstanceOf(DatabaseResumingException.class)
          .hasMessageContaining("the database system is starting up");
    }
  }

  @Test
  void a_session_that_breaks_is_an_outage_and_the_next_call_gets_another() {
    assertThatThrownBy(() -> api.execute("select 1 where pg_terminate_backend(pg_backend_pid())"))
        .isInstanceOf(DatabaseUnavailableException.class);
    assertThat(api.value("select 7").longValue()).isEqualTo(7);
  }

  @Test
  void when_all_sessions_are_taken_the_service_is_unavailable() {
    HikariDataSource pool = TestDatabase.pool();
    pool.setMaximumPoolSize(1);
    pool.setConnectionTimeout(250);
    try (pool;
        DataApiFixture narrow =
            new DataApiFixture(DataApiFixture.settings(), pool, Clock.systemUTC())) {
      String transaction = narrow.begin();
      assertThatThrownBy(() -> narrow.execute("select 1"))
          .isInstanceOf(ServiceUnavailableErrorException.class);
      narrow.rollBack(transaction);
      assertThat(narrow.value("select 7").longValue()).isEqualTo(7);
    }
  }

  private static int portThatNobodyListensAt() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static DataApiFixture postgresAt(int port) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setPortNumbers(new int[] {port});
    dataSource.setUser("postgres");
    dataSource.setSslMode("disable");
    return new DataApiFixture(DataApiFixture.settings(), dataSource, Clock.systemUTC());
  }
}
