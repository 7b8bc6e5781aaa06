package io.agencytasks.local.dataapi;

import static io.agencytasks.local.dataapi.DataApiFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.UnsupportedResultException;

/** What becomes of Postgres values on the wire, and which have no way onto it. */
class ResultTypesTest {
  private static DataApiFixture api;

  @BeforeAll
  static void start() {
    api = DataApiFixture.start();
    api.execute("create type mood as enum ('good', 'bad')");
  }

  @AfterAll
  static void stop() {
    api.execute("drop type mood");
    api.close();
  }

  // Repeated, because the driver switches to binary transfer once it has seen a statement often.
  @RepeatedTest(12)
  void values_keep_their_kind() {
    List<Field> row =
        api.row(
            """
            select true, 1::int2, 2::int4, 3::int8, 0.1::float4, 0.1::float8,
                   1.50::numeric, 0.0000001::numeric, 10::numeric,
                   'x'::text, 'y'::varchar, 'z'::char(3), 'n'::name,
                   '8C3F7F3A-2F5D-4C2E-9A39-3F1BB2C7E0A1'::uuid,
                   '{"a": 1}'::json, '{"a":1}'::jsonb, '\\x00ff'::bytea, null::int
            """);

    assertThat(row)
        .containsExactly(
            Field.fromBooleanValue(true),
            Field.fromLongValue(1L),
            Field.fromLongValue(2L),
            Field.fromLongValue(3L),
            Field.fromDoubleValue((double) 0.1f),
            Field.fromDoubleValue(0.1),
            Field.fromStringValue("1.50"),
            Field.fromStringValue("0.0000001"),
            Field.fromStringValue("10"),
            Field.fromStringValue("x"),
            Field.fromStringValue("y"),
            Field.fromStringValue("z  "),
            Field.fromStringValue("n"),
            Field.fromStringValue("8c3f7f3a-2f5d-4c2e-9a39-3f1bb2c7e0a1"),
            Field.fromStringValue("{\"a\": 1}"),
            Field.fromStringValue("{\"a\": 1}"),
            Field.fromBlobValue(SdkBytes.fromByteArray(new byte[] {0, -1})),
            Field.fromIsNull(true));
  }

  @RepeatedTest(12)
  void times_have_no_zone_and_a_fraction_of_none_three_or_six_digits() {
    List<Field> row =
        api.row(
            """
            select '2026-09-17 17:08:20.855153+00'::timestamptz, '2026-09-17 17:08:20.8+02'::timestamptz,
                   '2026-09-17 17:08:20-03'::timestamptz, '0999-01-01 00:00:00+00'::timestamptz,
                   '2026-09-17 17:08:20.8551'::timestamp, '2026-09-17 17:08:00'::timestamp,
                   '2026-09-17'::date, '17:08:20.5'::time, '17:08:00'::time
            """);

    assertThat(row)
        .extracting(Field::stringValue)
        .containsExactly(
            "2026-09-17 17:08:20.855153",
            "2026-09-17 15:08:20.800",
            "2026-09-17 20:08:20",
            "0999-01-01 00:00:00",
            "2026-09-17 17:08:20.855100",
            "2026-09-17 17:08:00",
            "2026-09-17",
            "17:08:20.500",
            "17:08:00");
  }

  @Test
  void a_timestamp_with_time_zone_is_utc_whatever_the_sessions_zone() {
    String transaction = api.begin();
    api.executeIn(transaction, "set local time zone 'America/Sao_Paulo'");

    assertThat(
            api.executeIn(
                    transaction,
                    "select '2026-09-17 17:08:20.8+00'::timestamptz, '1900-01-01"
                        + " 00:00:00+00'::timestamptz")
                .records()
                .getFirst())
        .extracting(Field::stringValue)
        .containsExactly("2026-09-17 17:08:20.800", "1900-01-01 00:00:00");
    api.rollBack(transaction);
  }

  @RepeatedTest(12)
  void arrays_of_one_dimension_are_array_values() {
    List<Field> row =
        api.row(
            """
            select '{1,NULL,3}'::int8[], '[0:1]={1,2}'::int4[], '{t,f}'::bool[], '{0.5}'::float8[],
                   '{a,"b c",NULL,"NULL","","d\\"e","f,g"}'::text[], '{1.50}'::numeric[],
                   array['2026-09-17 17:08:20.5+00'::timestamptz],
                   array['8c3f7f3a-2f5d-4c2e-9a39-3f1bb2c7e0a1'::uuid], '{}'::int8[]
            """);

    assertThat(row.get(0).arrayValue().longValues()).containsExactly(1L, null, 3L);
    assertThat(row.get(1).arrayValue().longValues()).containsExactly(1L, 2L);
    assertThat(row.get(2).arrayValue().booleanValues()).containsExactly(true, false);
    assertThat(row.get(3).arrayValue().doubleValues()).containsExactly(0.5);
    assertThat(row.get(4).arrayValue().stringValues())
        .containsExactly("a", "b c", null, "NULL", "", "d\"e", "f,g");
    assertThat(row.get(5).arrayValue().stringValues()).containsExactly("1.50");
    assertThat(row.get(6).arrayValue().stringValues()).containsExactly("2026-09-17 17:08:20.500");
    assertThat(row.get(7).arrayValue().stringValues())
        .containsExactly("8c3f7f3a-2f5d-4c2e-9a39-3f1bb2c7e0a1");
    assertThat(row.get(8).arrayValue().hasLongValues()).isTrue();
    assertThat(row.get(8).arrayValue().longValues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a'::\"char\" | \"CHAR\"",
        "'1 day'::interval | INTERVAL",
        "'10:00+02'::timetz | TIMETZ",
        "'<a/>'::xml | xml",
        "1::money | MONEY",
        "'(1,2)'::point | POINT",
        "'pg_class'::regclass | regclass",
        "'[1,2]'::int4range | INT4RANGE",
        "row(1, 2) | RECORD",
        "'127.0.0.1'::inet | INET",
        "'good'::mood | mood",
        "array['\\x00'::bytea] | BYTEA[]",
        "array['1 day'::interval] | INTERVAL[]",
      })
  void an_unsupported_type_is_refused_by_name(String expression, String type) {
    assertThatThrownBy(() -> api.execute("select " + expression))
        .isInstanceOf(UnsupportedResultException.class)
        .hasMessageContaining("The result contains the unsupported data type %s.".formatted(type));
    assertThat(api.value("select (%s)::text".formatted(expression)).stringValue()).isNotEmpty();
  }

  @Test
  void an_array_of_several_dimensions_is_refused() {
    assertThatThrownBy(() -> api.execute("select '{{1,2},{3,4}}'::int[]"))
        .isInstanceOf(UnsupportedResultException.class)
        .hasMessageContaining("The result contains a multidimensional array.");
  }

  @ParameterizedTest
  @CsvSource({
    "'infinity'::timestamptz",
    "'-infinity'::date",
    "'NaN'::float8",
    "'Infinity'::float4"
  })
  void what_the_wire_has_no_word_for_fails_without_one(String expression) {
    assertThatThrownBy(() -> api.execute("select " + expression))
        .isInstanceOfSatisfying(
            RdsDataException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InternalFailure"));
  }

  @Test
  void longs_come_as_strings_when_asked_for() {
    Field field =
        api.client
            .executeStatement(
                statement("select 9007199254740993")
                    .resultSetOptions(it -> it.longReturnType("STRING"))
                    .build())
            .records()
            .getFirst()
            .getFirst();

    assertThat(field.stringValue()).isEqualTo("9007199254740993");
  }

  @Test
  void decimals_come_as_numbers_when_asked_for() {
    List<Field> row =
        api.client
            .executeStatement(
                statement("select 10::numeric, 1.50::numeric, 10000000000000000000::numeric")
                    .resultSetOptions(it -> it.decimalReturnType("DOUBLE_OR_LONG"))
                    .build())
            .records()
            .getFirst();

    assertThat(row)
        .containsExactly(
            Field.fromLongValue(10L), Field.fromDoubleValue(1.5), Field.fromDoubleValue(1e19));
  }
}
