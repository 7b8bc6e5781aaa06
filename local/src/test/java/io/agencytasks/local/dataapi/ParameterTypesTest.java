package io.agencytasks.local.dataapi;

import static io.agencytasks.local.dataapi.DataApiFixture.hinted;
import static io.agencytasks.local.dataapi.DataApiFixture.nothing;
import static io.agencytasks.local.dataapi.DataApiFixture.number;
import static io.agencytasks.local.dataapi.DataApiFixture.parameter;
import static io.agencytasks.local.dataapi.DataApiFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rdsdata.model.ArrayValue;
import software.amazon.awssdk.services.rdsdata.model.BadRequestException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/** Each kind of value is bound as one Postgres type, and as no other. */
class ParameterTypesTest {
  private static DataApiFixture api;

  @BeforeAll
  static void start() {
    api = DataApiFixture.start();
    api.execute(
        "create table typed (id uuid, body jsonb, at timestamptz, day date, n int, price numeric)");
  }

  @AfterAll
  static void stop() {
    api.execute("drop table typed");
    api.close();
  }

  @Test
  void strings_are_varchar() {
    assertThat(typeOf(text("v", "x"))).isEqualTo("character varying");
  }

  @Test
  void longs_are_bigint() {
    assertThat(typeOf(number("v", Long.MAX_VALUE))).isEqualTo("bigint");
  }

  @Test
  void doubles_are_double_precision() {
    assertThat(typeOf(parameter("v", Field.fromDoubleValue(2.0)))).isEqualTo("double precision");
  }

  @Test
  void booleans_are_boolean() {
    assertThat(typeOf(parameter("v", Field.fromBooleanValue(true)))).isEqualTo("boolean");
  }

  @Test
  void blobs_are_bytea() {
    SqlParameter blob = parameter("v", Field.fromBlobValue(SdkBytes.fromUtf8String("äöü")));

    assertThat(typeOf(blob)).isEqualTo("bytea");
    assertThat(api.value("select :v", blob).blobValue().asUtf8String()).isEqualTo("äöü");
  }

  @ParameterizedTest
  @CsvSource({
    "JSON, '{\"a\": 1}', json",
    "UUID, 8c3f7f3a-2f5d-4c2e-9a39-3f1bb2c7e0a1, uuid",
    "TIMESTAMP, 2026-11-23 10:11:12.345, timestamp without time zone",
    "TIMESTAMP, 2026-11-23 10:11:12, timestamp without time zone",
    "DATE, 2026-11-23, date",
    "TIME, 10:11:12, time without time zone",
    "DECIMAL, 12345678901234567890.5, numeric",
  })
  void a_type_hint_decides_what_a_string_is_bound_as(String hint, String value, String type) {
    assertThat(typeOf(hinted("v", hint, value))).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "UUID, 8c3f7f3a",
    "UUID, 8c3f7f3a2f5d4c2e9a393f1bb2c7e0a1",
    "TIMESTAMP, 2026-11-23T10:11:12Z",
    "TIMESTAMP, 2026-11-23 10:11:12+00",
    "TIMESTAMP, 2026-11-23 10:11:12.345678",
    "TIMESTAMP, 2026-02-30 10:11:12",
    "DATE, 23.11.2026",
    "DATE, 2026-02-30",
    "TIME, 10:11",
    "TIME, 25:00:00",
    "DECIMAL, '1,5'",
  })
  void a_string_that_is_not_what_its_hint_says_is_refused(String hint, String value) {
    assertThatThrownBy(() -> api.execute("select :v", hinted("v", hint, value)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Parameter 'v' isn't a valid " + hint);
  }

  @Test
  void bad_json_is_refused_by_postgres() {
    assertThatThrownBy(() -> api.execute("select :v", hinted("v", "JSON", "{")))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("SQLState: 22P02");
  }

  @Test
  void an_unknown_hint_is_refused() {
    assertThatThrownBy(() -> api.execute("select :v", hinted("v", "XML", "<a/>")))
        .isInstanceOf(RdsDataException.class)
        .hasMessageContaining("XML");
  }

  @Test
  void only_strings_take_a_hint() {
    SqlParameter hintedLong =
        SqlParameter.builder().name("v").typeHint("DECIMAL").value(it -> it.longValue(1L)).build();

    assertThatThrownBy(() -> api.execute("select :v", hintedLong))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("has a typeHint, which only a stringValue may have");
  }

  @ParameterizedTest
  @CsvSource({"id, uuid", "body, jsonb", "at, timestamp with time zone", "day, date", "n, integer"})
  void a_string_needs_a_hint_or_a_cast_to_become_anything_else(String column, String type) {
    String sql = "insert into typed (%s) values (:v)".formatted(column);

    assertThatThrownBy(() -> api.execute(sql, text("v", "x")))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining(
            "column \"%s\" is of type %s but expression is of type character varying"
                .formatted(column, type))
        .hasMessageContaining("SQLState: 42804");
  }

  @Test
  void a_cast_in_the_sql_makes_a_string_anything() {
    assertThat(
            api.execute(
                    "insert into typed (id, at, n) values (:id::uuid, :at::timestamptz, :n::int)",
                    text("id", "8c3f7f3a-2f5d-4c2e-9a39-3f1bb2c7e0a1"),
                    text("at", "2026-11-23T10:11:12Z"),
                    text("n", "7"))
                .numberOfRecordsUpdated())
        .isEqualTo(1);
  }

  @Test
  void a_uuid_compared_with_a_string_finds_no_operator() {
    assertThatThrownBy(() -> api.execute("select 1 from typed where id = :id", text("id", "x")))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("operator does not exist: uuid = character varying")
        .hasMessageContaining("SQLState: 42883");
  }

  @Test
  void a_null_takes_the_type_of_its_place() {
    assertThat(
            api.execute(
                    "insert into typed (id, body, n) values (:id, :body, :n)",
                    nothing("id"),
                    nothing("body"),
                    nothing("n"))
                .numberOfRecordsUpdated())
        .isEqualTo(1);
  }

  @Test
  void a_null_whose_place_has_no_type_is_refused() {
    assertThatThrownBy(() -> api.execute("select :v is null", nothing("v")))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("could not determine data type of parameter $1");
  }

  @Test
  void a_null_with_a_hint_is_a_null_of_that_type() {
    SqlParameter nullUuid =
        SqlParameter.builder().name("v").typeHint("UUID").value(it -> it.isNull(true)).build();

    assertThat(typeOf(nullUuid)).isEqualTo("uuid");
  }

  @Test
  void arrays_are_refused() {
    Field array = Field.fromArrayValue(ArrayValue.fromLongValues(java.util.List.of(1L, 2L)));

    assertThatThrownBy(() -> api.execute("select 1 = any(:v)", parameter("v", array)))
        .isInstanceOfSatisfying(
            RdsDataException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"))
        .hasMessageContaining("Array parameters are not supported.");
  }

  @Test
  void a_parameter_without_a_value_is_refused() {
    assertThatThrownBy(() -> api.execute("select :v", SqlParameter.builder().name("v").build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Parameter 'v' must have a value of exactly one kind.");
  }

  private static String typeOf(SqlParameter parameter) {
    return api.value("select pg_typeof(:v)::text", parameter).stringValue();
  }
}
