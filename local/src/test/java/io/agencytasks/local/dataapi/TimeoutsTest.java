package io.agencytasks.local.dataapi;

import static io.agencytasks.local.dataapi.DataApiFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.StatementTimeoutException;
import software.amazon.awssdk.services.rdsdata.model.TransactionNotFoundException;

/** What becomes of a statement that takes too long. */
class TimeoutsTest {
  private static final String SLOW = "insert into late select 1 from (select pg_sleep(1.5)) s";
  private static DataApiFixture api;

  @BeforeAll
  static void start() {
    api =
        DataApiFixture.start(
            DataApiFixture.settings().withStatementTimeout(Duration.ofSeconds(1)),
            Clock.systemUTC());
    api.execute("create table late (n int)");
  }

  @AfterAll
  static void stop() {
    api.execute("drop table late");
    api.close();
  }

  @Test
  void the_limit_is_45_seconds() {
    assertThat(DataApiFixture.settings().statementTimeout()).hasSeconds(45);
  }

  @Test
  void a_statement_is_cancelled_at_the_limit() {
    assertThatThrownBy(() -> api.execute(SLOW)).isInstanceOf(StatementTimeoutException.class);
    assertThat(running()).isZero();
  }

  @Test
  void a_transaction_does_not_survive_the_timeout_of_its_statement() {
    String transaction = api.begin();
    assertThatThrownBy(() -> api.executeIn(transaction, SLOW))
        .isInstanceOf(StatementTimeoutException.class);

    assertThatThrownBy(() -> api.commit(transaction))
        .isInstanceOf(TransactionNotFoundException.class);
  }

  @Test
  void a_statement_that_may_continue_is_answered_at_the_limit_and_finishes_later() {
    assertThatThrownBy(
            () -> api.client.executeStatement(statement(SLOW).continueAfterTimeout(true).build()))
        .isInstanceOf(StatementTimeoutException.class);
    assertThat(running()).isEqualTo(1);

    await().until(() -> api.value("select count(*) from late").longValue() == 1);
  }

  @Test
  void a_statement_that_may_continue_and_is_in_time_is_answered_as_any_other() {
    assertThat(
            api.client
                .executeStatement(statement("select 1").continueAfterTimeout(true).build())
                .records())
        .hasSize(1);
    assertThatThrownBy(
            () ->
                api.client.executeStatement(
                    statement("select 1 / 0").continueAfterTimeout(true).build()))
        .isInstanceOf(DatabaseErrorException.class);
  }

  @Test
  void a_timeout_that_the_transaction_set_itself_is_an_error_of_the_database() {
    String transaction = api.begin();
    api.executeIn(transaction, "set local statement_timeout = '100ms'");

    assertThatThrownBy(() -> api.executeIn(transaction, SLOW))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("SQLState: 57014");
    api.rollBack(transaction);
  }

  private static long running() {
    return api.value(
            "select count(*) from pg_stat_activity"
                + " where state = 'active' and query like 'insert into late%'")
        .longValue();
  }
}
