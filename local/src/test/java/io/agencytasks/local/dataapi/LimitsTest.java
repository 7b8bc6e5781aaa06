package io.agencytasks.local.dataapi;

import static io.agencytasks.local.dataapi.DataApiFixture.number;
import static io.agencytasks.local.dataapi.DataApiFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.UnsupportedResultException;

/** How big requests, rows and results may be, to the byte. */
class LimitsTest {
  private static final String ROWS = "select repeat('é', 1000) from generate_series(1, :rows)";
  private static DataApiFixture api;

  @BeforeAll
  static void start() {
    api = DataApiFixture.start();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void a_result_of_at_most_one_mebibyte_counts_two_bytes_a_row_four_a_column_and_the_text() {
    // 1 MiB / (2 + 4 + 2000) = 522.7
    assertThat(api.execute(ROWS, number("rows", 522)).records()).hasSize(522);
    assertThatThrownBy(() -> api.execute(ROWS, number("rows", 523)))
        .isInstanceOf(UnsupportedResultException.class)
        .hasMessageContaining("The result exceeds the size limit 1 MB.");
  }

  @Test
  void a_uuid_counts_as_its_36_characters() {
    String sql = "select md5(n::text)::uuid from generate_series(1, :rows) n";

    // 1 MiB / (2 + 4 + 36) = 24,966.1
    assertThat(api.execute(sql, number("rows", 24_966)).records()).hasSize(24_966);
    assertThatThrownBy(() -> api.execute(sql, number("rows", 24_967)))
        .isInstanceOf(UnsupportedResultException.class);
  }

  @Test
  void a_row_has_at_most_64_kib() {
    String sql = "select repeat('x', :n::int), 1";

    // 64 KiB less two bytes, four for each column, and one digit.
    assertThat(api.row(sql, number("n", 65_525)).getFirst().stringValue()).hasSize(65_525);
    assertThatThrownBy(() -> api.execute(sql, number("n", 65_526)))
        .isInstanceOf(UnsupportedResultException.class)
        .hasMessageContaining("a row exceeds the size limit 64 KB");
  }

  @Test
  void the_limits_hold_for_json_and_for_returning_too() {
    api.execute("create table large (body text)");
    assertThatThrownBy(
            () ->
                api.execute(
                    "insert into large select repeat('x', 2000) from generate_series(1, 600)"
                        + " returning body"))
        .isInstanceOf(UnsupportedResultException.class);
    // The statement had run, and outside a transaction nothing takes it back.
    assertThat(api.value("select count(*) from large").longValue()).isEqualTo(600);
    api.execute("drop table large");
  }

  @Test
  void a_request_has_at_most_four_mebibytes() {
    String sql = "select length(:v)";

    assertThat(api.value(sql, text("v", "x".repeat(4_000_000))).longValue()).isEqualTo(4_000_000);
    assertThatThrownBy(() -> api.execute(sql, text("v", "x".repeat(4 * 1024 * 1024))))
        .isInstanceOfSatisfying(
            RdsDataException.class, e -> assertThat(e.statusCode()).isEqualTo(413));
    assertThatThrownBy(() -> api.execute(sql, text("v", "x".repeat(12_000_000))))
        .isInstanceOfSatisfying(
            RdsDataException.class, e -> assertThat(e.statusCode()).isEqualTo(413));
  }
}
