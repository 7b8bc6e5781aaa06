package io.agencytasks.local.dataapi;

import static io.agencytasks.local.dataapi.DataApiFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.model.BadRequestException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.TransactionNotFoundException;
import software.amazon.awssdk.services.rdsdata.model.UnsupportedResultException;

/** Transactions from BeginTransaction to their end, whichever it is. */
class TransactionsTest {
  private static final MovableClock CLOCK = new MovableClock();
  private static DataApiFixture api;

  @BeforeAll
  static void start() {
    api = DataApiFixture.start(DataApiFixture.settings(), CLOCK);
    api.execute("create table entries (n int)");
  }

  @AfterEach
  void empty() {
    api.execute("delete from entries");
  }

  @AfterAll
  static void stop() {
    api.execute("drop table entries");
    api.close();
  }

  @Test
  void what_a_transaction_writes_is_seen_by_others_once_it_is_committed() {
    String transaction = api.begin();
    api.executeIn(transaction, "insert into entries values (1)");

    assertThat(entries()).isZero();
    assertThat(api.commit(transaction)).isEqualTo("Transaction Committed");
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void a_rollback_takes_everything_back() {
    String transaction = api.begin();
    api.executeIn(transaction, "insert into entries values (1)");

    assertThat(api.rollBack(transaction)).isEqualTo("Rollback Complete");
    assertThat(entries()).isZero();
  }

  @Test
  void savepoints_work_by_sql() {
    String transaction = api.begin();
    api.executeIn(transaction, "insert into entries values (1)");
    api.executeIn(transaction, "savepoint here");
    api.executeIn(transaction, "insert into entries values (2)");
    api.executeIn(transaction, "rollback to savepoint here");
    api.executeIn(transaction, "release savepoint here");
    api.commit(transaction);

    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void a_transaction_knows_its_database() {
    String transaction = api.begin();

    assertThat(
            api.client
                .executeStatement(
                    statement("select 1").database(null).transactionId(transaction).build())
                .records())
        .hasSize(1);
    api.rollBack(transaction);
  }

  @Test
  void after_an_error_a_transaction_refuses_everything_but_its_end() {
    String transaction = api.begin();
    assertThatThrownBy(() -> api.executeIn(transaction, "select 1 / 0"))
        .isInstanceOf(DatabaseErrorException.class);

    assertThatThrownBy(() -> api.executeIn(transaction, "select 1"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("current transaction is aborted")
        .hasMessageContaining("SQLState: 25P02");
    assertThat(api.rollBack(transaction)).isEqualTo("Rollback Complete");
  }

  @Test
  void a_failed_transaction_is_not_committed_in_silence() {
    String transaction = api.begin();
    assertThatThrownBy(() -> api.executeIn(transaction, "select 1 / 0"))
        .isInstanceOf(DatabaseErrorException.class);

    assertThatThrownBy(() -> api.commit(transaction))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("SQLState: 25P02");
    assertThatThrownBy(() -> api.rollBack(transaction))
        .isInstanceOf(TransactionNotFoundException.class);
  }

  @Test
  void a_result_that_cannot_be_sent_ends_the_transaction() {
    String transaction = api.begin();
    api.executeIn(transaction, "insert into entries values (1)");
    assertThatThrownBy(() -> api.executeIn(transaction, "select repeat('x', 70000)"))
        .isInstanceOf(UnsupportedResultException.class);

    assertThatThrownBy(() -> api.commit(transaction))
        .isInstanceOf(TransactionNotFoundException.class)
        .hasMessageContaining("aborted due to an error from a previous call");
    assertThat(entries()).isZero();
  }

  @Test
  void a_call_that_is_refused_before_it_runs_leaves_the_transaction_alone() {
    String transaction = api.begin();
    api.executeIn(transaction, "insert into entries values (1)");
    assertThatThrownBy(() -> api.executeIn(transaction, "select 1; select 2")).isNotNull();
    api.commit(transaction);

    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void a_transaction_that_has_ended_is_not_found() {
    String transaction = api.begin();
    api.commit(transaction);

    assertThatThrownBy(() -> api.commit(transaction))
        .isInstanceOf(TransactionNotFoundException.class)
        .hasMessageContaining("One previous call resulted in a termination of your transaction.");
    assertThatThrownBy(() -> api.executeIn(transaction, "select 1"))
        .isInstanceOf(TransactionNotFoundException.class);
  }

  @Test
  void a_transaction_that_never_was_is_not_found() {
    assertThatThrownBy(() -> api.executeIn("bm9uZQ==", "select 1"))
        .isInstanceOf(TransactionNotFoundException.class)
        .hasMessageContaining("Transaction bm9uZQ== is not found");
  }

  @Test
  void a_commit_without_a_transaction_is_refused() {
    assertThatThrownBy(
            () ->
                api.client.commitTransaction(
                    it -> it.resourceArn(DataApiFixture.CLUSTER).secretArn(DataApiFixture.SECRET)))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void a_transaction_expires_three_minutes_after_its_last_call() {
    String transaction = api.begin();
    api.executeIn(transaction, "insert into entries values (1)");
    CLOCK.advance(Duration.ofMinutes(3));
    api.executeIn(transaction, "insert into entries values (2)");
    CLOCK.advance(Duration.ofMinutes(3).plusMillis(1));

    assertThatThrownBy(() -> api.commit(transaction))
        .isInstanceOf(TransactionNotFoundException.class)
        .hasMessageContaining("Transaction may be expired.");
    assertThat(entries()).isZero();
  }

  @Test
  void a_transaction_lasts_at_most_24_hours() {
    String transaction = api.begin();
    for (int calls = 0; calls < 24 * 60 / 3; calls++) {
      CLOCK.advance(Duration.ofMinutes(3));
      api.executeIn(transaction, "select 1");
    }
    CLOCK.advance(Duration.ofMillis(1));

    assertThatThrownBy(() -> api.executeIn(transaction, "select 1"))
        .isInstanceOf(TransactionNotFoundException.class);
  }

  @Test
  void an_expired_transaction_lets_its_locks_go_without_being_called() {
    api.execute("insert into entries values (1)");
    String transaction = api.begin();
    api.executeIn(transaction, "select n from entries for update");
    CLOCK.advance(Duration.ofMinutes(4));

    await()
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(api.execute("select n from entries for update nowait").records())
                    .hasSize(1));
  }

  @Test
  void a_transaction_runs_one_statement_at_a_time() {
    String transaction = api.begin();
    CompletableFuture<ExecuteStatementResponse> slow =
        CompletableFuture.supplyAsync(
            () -> api.executeIn(transaction, "select 1 from (select pg_sleep(2)) s"));
    await()
        .until(
            () ->
                api.value(
                            "select count(*) from pg_stat_activity"
                                + " where query like '%pg_sleep(2)%' and pid <> pg_backend_pid()")
                        .longValue()
                    == 1);

    assertThatThrownBy(() -> api.executeIn(transaction, "select 1"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("Transaction is still running a query");
    assertThat(slow.join().records()).hasSize(1);
    api.commit(transaction);
  }

  private static long entries() {
    return api.value("select count(*) from entries").longValue();
  }
}
