package io.agencytasks.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agencytasks.domain.task.Unavailable;
import io.agencytasks.functions.trace.Trace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;

/** What becomes of a call that fails, counted where the service would see it. */
class DataApiFailureTest {
  private static final String ROW =
      "{\"records\":[[{\"stringValue\":\"task\"},{\"stringValue\":\"{}\"}]]}";
  private static final int TRIES = 3;

  private static final Statement READ = Statement.repeatable("select 'task', '{}'");
  private static final Statement WRITE = Statement.once("insert");

  private AnsweringServer service;
  private ADataApi adapter;

  @BeforeEach
  void start() {
    service = new AnsweringServer();
    adapter = new ADataApi(service.uri());
  }

  @AfterEach
  void stop() {
    adapter.close();
    service.close();
  }

  @Test
  void rows_come_back_as_kind_and_text() {
    service.then(ROW);

    assertThat(adapter.database.rows(WRITE)).containsExactly(new Row("task", "{}"));
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalServerErrorException",
    "503, ServiceUnavailableError",
    "504, DatabaseUnavailableException",
    "503, SomethingNew",
    "429, ThrottlingException"
  })
  void an_outage_is_retried_for_what_may_run_twice_only(int status, String type) {
    service.thenFails(status, type, "down");

    assertThat(catchThrowable(() -> adapter.database.rows(WRITE))).isInstanceOf(Unavailable.class);
    assertThat(service.calls()).hasSize(1);

    assertThat(catchThrowable(() -> adapter.database.rows(READ))).isInstanceOf(Unavailable.class);
    assertThat(service.calls()).hasSize(1 + TRIES);
  }

  @Test
  void an_outage_that_passes_is_not_noticed() {
    service.thenFails(504, "DatabaseUnavailableException", "down").thenCuts().then(ROW);

    assertThat(adapter.database.rows(READ)).hasSize(1);
  }

  @Test
  void a_statement_that_may_have_run_is_not_sent_again() {
    service.thenCuts();

    assertThat(catchThrowable(() -> adapter.database.rows(WRITE))).isInstanceOf(Unavailable.class);
    assertThat(service.calls()).hasSize(1);
  }

  @Test
  void a_connection_refused_is_tried_again_for_anything() throws IOException {
    var trace = new Trace();
    try (var nowhere = new ADataApi(closedPort())) {
      var failure = catchThrowable(() -> trace.during(() -> nowhere.database.rows(WRITE)));

      assertThat(failure).isInstanceOf(Unavailable.class);
      assertThat(trace.statements()).isEqualTo(TRIES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"40P01", "40001"})
  void what_postgres_rolled_back_for_others_runs_again(String state) {
    service
        .thenFails(400, "DatabaseErrorException", "ERROR: deadlock detected; SQLState: " + state)
        .then(ROW);

    assertThat(adapter.database.rows(WRITE)).hasSize(1);
    assertThat(service.calls()).hasSize(2);
  }

  @Test
  void a_database_that_wakes_up_is_given_its_time() {
    service.thenFails(400, "DatabaseResumingException", "resuming");

    var failure = catchThrowableOfType(Unavailable.class, () -> adapter.database.rows(READ));

    assertThat(failure.retryAfter()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));
    assertThat(service.calls()).hasSize(1);
  }

  @Test
  void a_statement_that_took_too_long_is_not_repeated() {
    service.thenFails(400, "StatementTimeoutException", "slow");

    assertThat(catchThrowable(() -> adapter.database.rows(READ))).isInstanceOf(Unavailable.class);
    assertThat(service.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"57P03", "57014", "53300", "08006"})
  void postgres_starting_stopping_or_full_is_an_outage(String state) {
    service.thenFails(400, "DatabaseErrorException", "FATAL: not now; SQLState: " + state);

    assertThat(catchThrowable(() -> adapter.database.rows(WRITE))).isInstanceOf(Unavailable.class);
  }

  @Test
  void a_constraint_is_named_and_what_broke_it_is_not() {
    service.thenFails(
        400,
        "DatabaseErrorException",
        "ERROR: duplicate key value violates unique constraint \\\"users_subject_key\\\"; "
            + "Detail: Key (subject)=(alice@example.com) already exists.; SQLState: 23505");

    var failure = catchThrowableOfType(StatementRefused.class, () -> adapter.database.rows(READ));

    assertThat(failure.sqlState()).isEqualTo("23505");
    assertThat(failure).hasMessageContaining("users_subject_key").hasNoCause();
    assertThat(failure.getMessage()).doesNotContain("alice");
    assertThat(service.calls()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadRequestException",
    "403, ForbiddenException",
    "404, DatabaseNotFoundException"
  })
  void a_call_that_is_wrong_is_neither_repeated_nor_an_outage(int status, String type) {
    service.thenFails(status, type, "wrong");

    assertThat(catchThrowable(() -> adapter.database.rows(READ))).isInstanceOf(SdkException.class);
    assertThat(service.calls()).hasSize(1);
  }

  private static URI closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://localhost:" + socket.getLocalPort());
    }
  }
}
