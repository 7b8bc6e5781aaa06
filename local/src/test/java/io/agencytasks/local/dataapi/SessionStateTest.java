package io.agencytasks.local.dataapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;

/** Nothing that a call does to its session is seen by the next, though both use the same one. */
class SessionStateTest {
  private static HikariDataSource pool;
  private static DataApiFixture api;

  @BeforeAll
  static void start() {
    pool = TestDatabase.pool();
    pool.setMaximumPoolSize(1);
    api = new DataApiFixture(DataApiFixture.settings(), pool, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    api.close();
    pool.close();
  }

  @Test
  void set_outside_a_transaction_succeeds_and_has_no_effect() {
    api.execute("set search_path = pg_catalog");
    api.execute("select set_config('application_name', 'leaked', false)");

    assertThat(api.value("show search_path").stringValue()).isEqualTo("\"$user\", public");
    assertThat(api.value("show application_name").stringValue()).isNotEqualTo("leaked");
  }

  @Test
  void set_inside_a_transaction_lasts_until_its_end_and_no_longer() {
    String transaction = api.begin();
    api.executeIn(transaction, "set statement_timeout = '7s'");

    assertThat(
            api.executeIn(transaction, "show statement_timeout")
                .records()
                .getFirst()
                .getFirst()
                .stringValue())
        .isEqualTo("7s");
    api.commit(transaction);
    assertThat(api.value("show statement_timeout").stringValue()).isEqualTo("0");
  }

  @Test
  void a_session_is_in_utc_whatever_the_machines_zone() {
    assertThat(api.value("show time zone").stringValue()).isEqualTo("UTC");
    api.execute("set time zone 'Asia/Tokyo'");
    assertThat(api.value("show time zone").stringValue()).isEqualTo("UTC");
  }

  @Test
  void a_role_is_given_back() {
    api.execute("create role somebody");
    api.execute("set role somebody");

    assertThat(api.value("select current_user").stringValue()).isEqualTo("postgres");
    api.execute("drop role somebody");
  }

  @Test
  void a_temporary_table_is_gone_with_its_call() {
    api.execute("create temporary table scratch (n int)");

    assertThatThrownBy(() -> api.execute("select n from scratch"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("SQLState: 42P01");
  }

  @Test
  void a_temporary_table_serves_its_transaction() {
    String transaction = api.begin();
    api.executeIn(transaction, "create temporary table scratch (n int)");

    assertThat(api.executeIn(transaction, "select n from scratch").records()).isEmpty();
    api.commit(transaction);
    assertThatThrownBy(() -> api.execute("select n from scratch"))
        .isInstanceOf(DatabaseErrorException.class);
  }

  @Test
  void an_advisory_lock_is_released() {
    api.execute("select 1 from (select pg_advisory_lock(7)) l");

    assertThat(api.value("select count(*) from pg_locks where locktype = 'advisory'").longValue())
        .isZero();
  }

  @Test
  void a_prepared_statement_is_forgotten() {
    api.execute("prepare p as select 1");

    assertThatThrownBy(() -> api.execute("execute p"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("SQLState: 26000");
  }

  @Test
  void a_plan_that_is_kept_does_not_outlive_a_change_of_its_table() {
    api.execute("create table changing (a int)");
    for (int calls = 0; calls < 12; calls++) {
      api.execute("select * from changing");
    }
    api.execute("alter table changing add column b int");

    assertThat(api.execute("select * from changing").records()).isEmpty();
    assertThat(api.row("insert into changing values (1, 2) returning *")).hasSize(2);
    assertThat(api.row("select * from changing")).hasSize(2);
    api.execute("drop table changing");
  }

  @Test
  void a_cursor_is_closed() {
    api.execute("declare c cursor with hold for select 1");

    assertThatThrownBy(() -> api.execute("fetch c"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("SQLState: 34000");
  }

  @Test
  void a_sequences_last_value_is_forgotten() {
    api.execute("create sequence numbers");
    api.execute("select nextval('numbers')");

    assertThatThrownBy(() -> api.execute("select lastval()"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("SQLState: 55000");
    api.execute("drop sequence numbers");
  }
}
