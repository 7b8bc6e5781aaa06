package io.agencytasks.local.dataapi;

import static io.agencytasks.local.dataapi.DataApiFixture.number;
import static io.agencytasks.local.dataapi.DataApiFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;

/** What statements answer, and which are not run at all. */
class StatementsTest {
  private static DataApiFixture api;

  @BeforeAll
  static void start() {
    api = DataApiFixture.start();
    api.execute("create table notes (id bigint generated always as identity, body varchar(40))");
  }

  @AfterAll
  static void stop() {
    api.execute("drop table notes");
    api.close();
  }

  @Test
  void a_select_returns_its_records_and_updates_none() {
    ExecuteStatementResponse answer = api.execute("select 1 as one, 'x' as letter;");

    assertThat(answer.records())
        .containsExactly(List.of(Field.fromLongValue(1L), Field.fromStringValue("x")));
    assertThat(answer.numberOfRecordsUpdated()).isZero();
    assertThat(answer.hasColumnMetadata()).isFalse();
  }

  @Test
  void an_empty_select_has_records_of_which_there_are_none() {
    ExecuteStatementResponse answer = api.execute("select 1 where false");

    assertThat(answer.hasRecords()).isTrue();
    assertThat(answer.records()).isEmpty();
  }

  @Test
  void an_insert_without_returning_has_no_records_and_counts_what_it_updated() {
    ExecuteStatementResponse answer =
        api.execute("insert into notes (body) values (:a), (:b)", text("a", "x"), text("b", "y"));

    assertThat(answer.hasRecords()).isFalse();
    assertThat(answer.numberOfRecordsUpdated()).isEqualTo(2);
  }

  @Test
  void generated_fields_stay_empty_and_returning_is_the_way() {
    assertThat(api.execute("insert into notes (body) values ('z')").generatedFields()).isEmpty();
    assertThat(api.value("insert into notes (body) values ('z') returning id").longValue())
        .isPositive();
  }

  @Test
  void a_statement_outside_a_transaction_commits_at_once() {
    api.execute("insert into notes (body) values ('committed')");

    assertThat(api.value("select count(*) from notes where body = 'committed'").longValue())
        .isEqualTo(1);
  }

  @Test
  void several_statements_in_one_call_are_refused() {
    refused("select 1; select 2", "Multistatements aren't supported.");
    refused("select 1; 'x'", "Multistatements aren't supported.");
  }

  @Test
  void a_semicolon_that_ends_nothing_is_no_second_statement() {
    assertThat(api.value("select ';' || $$;$$ /* ; */ ; -- ; ").stringValue()).isEqualTo(";;");
  }

  @Test
  void a_function_body_in_dollar_quotes_is_one_statement() {
    api.execute(
        "create function three() returns int language plpgsql as $f$ begin return 3; end $f$");

    assertThat(api.value("select three()").longValue()).isEqualTo(3);
    api.execute("drop function three()");
  }

  @Test
  void copy_is_refused() {
    refused("copy notes to stdout", "execute: unexpected message: CopyOutResponse");
    refused("COPY notes FROM STDIN", "execute: unexpected message: CopyInResponse");
  }

  @Test
  void listen_and_notify_are_refused() {
    refused("listen news", "LISTEN isn't supported.");
    refused("notify news", "NOTIFY isn't supported.");
  }

  @Test
  void transactions_do_not_begin_or_end_by_sql() {
    for (String sql : new String[] {"begin", "commit", "rollback", "start transaction", "end"}) {
      assertThatThrownBy(() -> api.execute(sql)).hasMessageContaining("not by SQL");
    }
  }

  @Test
  void sql_has_at_most_65536_characters() {
    String sql = "select 1 --";
    api.execute(sql + "x".repeat(65_536 - sql.length()));
    assertThatThrownBy(() -> api.execute(sql + "x".repeat(65_537 - sql.length())))
        .isInstanceOf(RdsDataException.class)
        .hasMessageContaining("less than or equal to 65536");
  }

  @Test
  void a_question_mark_is_an_operator_and_no_placeholder() {
    assertThat(api.value("select '{\"a\": 1}'::jsonb ? 'a'").booleanValue()).isTrue();
    assertThat(api.value("select '[1]'::jsonb ? 'a' or :n = 1", number("n", 1)).booleanValue())
        .isTrue();
  }

  private static void refused(String sql, String message) {
    assertThatThrownBy(() -> api.execute(sql))
        .isInstanceOf(RdsDataException.class)
        .hasMessageContaining(message);
  }
}
