package io.agencytasks.local.dataapi;

import static io.agencytasks.local.dataapi.DataApiFixture.nothing;
import static io.agencytasks.local.dataapi.DataApiFixture.number;
import static io.agencytasks.local.dataapi.DataApiFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.model.BadRequestException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.Field;

/** Where the Data API finds parameters in SQL, and where it should not but does. */
class NamedParametersTest {
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
  void a_cast_is_no_parameter() {
    assertThat(api.value("select :a::int + '2'::int", text("a", "1")).longValue()).isEqualTo(3);
  }

  @Test
  void a_name_that_occurs_twice_is_given_once() {
    assertThat(api.value("select (:a + :b + :a)::int", number("a", 1), number("b", 2)).longValue())
        .isEqualTo(4);
  }

  @Test
  void a_name_that_occurs_twice_is_bound_twice_so_that_grouping_by_it_fails() {
    String sql = "select left(t, :n) from (values ('ab')) v (t) group by left(t, :n)";

    assertThatThrownBy(() -> api.execute(sql.replace(":n", ":n::int"), number("n", 1)))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("SQLState: 42803");
  }

  @Test
  void a_name_may_start_with_a_digit_or_be_a_number() {
    assertThat(api.value("select :0 || :1a", text("0", "x"), text("1a", "y")).stringValue())
        .isEqualTo("xy");
  }

  @Test
  void a_name_in_a_literal_is_text() {
    assertThat(api.value("select ':a' || E'it\\'s :a' || 'it''s :a'").stringValue())
        .isEqualTo(":ait's :ait's :a");
  }

  @Test
  void a_name_in_a_quoted_identifier_is_part_of_it() {
    assertThat(api.value("select \":a\" from (values (7)) v (\":a\")").longValue()).isEqualTo(7);
  }

  @Test
  void a_name_in_a_comment_is_not_missed() {
    assertThat(api.value("select 7 -- :a\n /* :b /* :c */ :d */").longValue()).isEqualTo(7);
  }

  @Test
  void a_name_in_dollar_quotes_is_replaced_all_the_same_and_the_text_corrupted() {
    assertThat(api.value("select $$a :b c$$").stringValue()).isEqualTo("a $1 c");
    assertThat(api.row("select :x, $t$:b$t$, :y", number("x", 1), number("y", 2)))
        .containsExactly(
            Field.fromLongValue(1L), Field.fromStringValue("$2"), Field.fromLongValue(2L));
  }

  @Test
  void the_bound_of_an_array_slice_is_taken_for_a_parameter() {
    assertThatThrownBy(() -> api.execute("select a[1:2] from (values (array[1, 2])) v (a)"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining(
            "ERROR: syntax error at or near \"$1\"; Position: 11; SQLState: 42601");
  }

  @Test
  void a_positional_parameter_is_never_bound() {
    assertThatThrownBy(() -> api.execute("select $1::text"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("bind message supplies 0 parameters")
        .hasMessageContaining("SQLState: 08P01");
  }

  @Test
  void a_missing_parameter_is_missed_by_postgres() {
    assertThatThrownBy(() -> api.execute("select :a::int, :b::int", number("b", 1)))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining(
            "ERROR: bind message supplies 1 parameters, but prepared statement requires 2;"
                + " SQLState: 08P01");
  }

  @Test
  void a_parameter_that_the_sql_does_not_use_is_refused() {
    assertThatThrownBy(() -> api.execute("select :a::int", number("a", 1), number("b", 1)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Parameter 'b' does not occur in the SQL.");
  }

  @Test
  void a_parameter_given_twice_is_refused() {
    assertThatThrownBy(() -> api.execute("select :a::int", number("a", 1), nothing("a")))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Parameter 'a' is given more than once.");
  }

  @Test
  void a_parameter_without_a_name_is_refused() {
    assertThatThrownBy(() -> api.execute("select 1", number("", 1)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Every parameter must have a name.");
  }
}
