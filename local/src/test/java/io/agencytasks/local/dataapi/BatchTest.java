package io.agencytasks.local.dataapi;

import static io.agencytasks.local.dataapi.DataApiFixture.CLUSTER;
import static io.agencytasks.local.dataapi.DataApiFixture.DATABASE;
import static io.agencytasks.local.dataapi.DataApiFixture.SECRET;
import static io.agencytasks.local.dataapi.DataApiFixture.hinted;
import static io.agencytasks.local.dataapi.DataApiFixture.nothing;
import static io.agencytasks.local.dataapi.DataApiFixture.number;
import static io.agencytasks.local.dataapi.DataApiFixture.set;
import static io.agencytasks.local.dataapi.DataApiFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/** One statement with many sets of parameters. */
class BatchTest {
  private static final String INSERT = "insert into pairs values (:id, :name)";
  private static DataApiFixture api;

  @BeforeAll
  static void start() {
    api = DataApiFixture.start();
    api.execute("create table pairs (id bigint primary key, name varchar(10))");
  }

  @AfterEach
  void empty() {
    api.execute("delete from pairs");
  }

  @AfterAll
  static void stop() {
    api.execute("drop table pairs");
    api.close();
  }

  @Test
  void a_statement_runs_once_for_each_set() {
    BatchExecuteStatementResponse answer =
        batch(
            null,
            INSERT,
            List.of(
                set(number("id", 1), text("name", "one")), set(number("id", 2), nothing("name"))));

    assertThat(answer.updateResults()).hasSize(2);
    assertThat(answer.updateResults().getFirst().generatedFields()).isEmpty();
    assertThat(pairs()).isEqualTo(2);
  }

  @Test
  void a_batch_outside_a_transaction_is_one() {
    assertThatThrownBy(
            () ->
                batch(
                    null,
                    INSERT,
                    List.of(
                        set(number("id", 1), text("name", "one")),
                        set(number("id", 1), text("name", "again")))))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("Detail: Key (id)=(1) already exists.; SQLState: 23505");
    assertThat(pairs()).isZero();
  }

  @Test
  void a_batch_inside_a_transaction_ends_with_it() {
    String transaction = api.begin();
    batch(transaction, INSERT, List.of(set(number("id", 1), text("name", "one"))));
    api.rollBack(transaction);

    assertThat(pairs()).isZero();
  }

  @Test
  void without_sets_nothing_runs() {
    assertThat(batch(null, "insert into pairs values (1, 'one')", List.of()).updateResults())
        .isEmpty();
    assertThat(pairs()).isZero();
  }

  @Test
  void an_empty_set_is_for_a_statement_without_parameters() {
    assertThat(batch(null, "insert into pairs values (1, 'one')", List.of(set())).updateResults())
        .hasSize(1);
    assertThat(pairs()).isEqualTo(1);
  }

  @Test
  void a_batch_returns_no_rows_whatever_its_statement_says() {
    BatchExecuteStatementResponse answer =
        batch(null, INSERT + " returning id", List.of(set(number("id", 1), text("name", "one"))));

    assertThat(answer.updateResults()).hasSize(1);
    assertThat(answer.updateResults().getFirst().generatedFields()).isEmpty();
    assertThat(pairs()).isEqualTo(1);
  }

  @Test
  void every_set_is_checked_before_the_first_runs() {
    assertThatThrownBy(
            () ->
                batch(
                    null,
                    INSERT,
                    List.of(
                        set(number("id", 1), text("name", "one")),
                        set(hinted("id", "UUID", "2"), text("name", "two")))))
        .hasMessageContaining("isn't a valid UUID");
    assertThat(pairs()).isZero();
  }

  private static BatchExecuteStatementResponse batch(
      @Nullable String transaction, String sql, List<List<SqlParameter>> sets) {
    return api.client.batchExecuteStatement(
        it ->
            it.resourceArn(CLUSTER)
                .secretArn(SECRET)
                .database(DATABASE)
                .transactionId(transaction)
                .sql(sql)
                .parameterSets(sets));
  }

  private static long pairs() {
    return api.value("select count(*) from pairs").longValue();
  }
}
