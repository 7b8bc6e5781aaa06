package io.agencytasks.local.dataapi;

import static io.agencytasks.local.dataapi.DataApiFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Types;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.model.ColumnMetadata;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.RecordsFormatType;
import software.amazon.awssdk.services.rdsdata.model.UnsupportedResultException;

/** Metadata beside the records, and JSON in their place. */
class ResultFormsTest {
  private static DataApiFixture api;

  @BeforeAll
  static void start() {
    api = DataApiFixture.start();
    api.execute(
        "create table items (id bigserial primary key, title varchar(80), price numeric(9, 2))");
  }

  @AfterAll
  static void stop() {
    api.execute("drop table items");
    api.close();
  }

  @Test
  void metadata_describe_a_tables_columns() {
    List<ColumnMetadata> columns = metadata("select id, title as name, price from items");

    assertThat(columns).extracting(ColumnMetadata::label).containsExactly("id", "name", "price");
    assertThat(columns).extracting(ColumnMetadata::tableName).containsOnly("items");
    assertThat(columns)
        .extracting(ColumnMetadata::typeName)
        .containsExactly("bigserial", "varchar", "numeric");
    assertThat(columns)
        .extracting(ColumnMetadata::type)
        .containsExactly(Types.BIGINT, Types.VARCHAR, Types.NUMERIC);
    assertThat(columns.get(0).isAutoIncrement()).isTrue();
    assertThat(columns.get(0).nullable()).isZero();
    assertThat(columns.get(1).precision()).isEqualTo(80);
    assertThat(columns.get(2).scale()).isEqualTo(2);
  }

  @Test
  void metadata_of_an_array_name_the_type_of_its_elements() {
    ColumnMetadata column = metadata("select '{1}'::int4[] as a").getFirst();

    assertThat(column.typeName()).isEqualTo("_int4");
    assertThat(column.arrayBaseColumnType()).isEqualTo(Types.INTEGER);
  }

  @Test
  void a_select_may_be_formatted_as_one_json_string() {
    ExecuteStatementResponse answer =
        json(
            """
            with rows as (values (1, 'x', 1.50, true, null, '{1,2}'::int[]), (2, 'ä', 2, false, 0, '{}'))
            select * from rows as r (id, "Title", price, ok, gone, list)
            """);

    assertThat(answer.hasRecords()).isFalse();
    assertThat(answer.formattedRecords())
        .isEqualTo(
            "[{\"id\":1,\"Title\":\"x\",\"price\":1.50,\"ok\":true,\"gone\":null,\"list\":[1,2]},"
                + "{\"id\":2,\"Title\":\"ä\",\"price\":2,\"ok\":false,\"gone\":0,\"list\":[]}]");
  }

  @Test
  void an_empty_select_formatted_as_json_is_an_empty_array() {
    assertThat(json("select 1 as a where false").formattedRecords()).isEqualTo("[]");
  }

  @Test
  void the_format_is_ignored_for_what_is_no_select() {
    ExecuteStatementResponse answer =
        json("insert into items (title) values ('a') returning title");

    assertThat(answer.formattedRecords()).isNull();
    assertThat(answer.records().getFirst().getFirst().stringValue()).isEqualTo("a");
  }

  @Test
  void columns_of_one_name_cannot_be_formatted_as_json() {
    assertThatThrownBy(() -> json("select 1 as a, 2 as a"))
        .isInstanceOf(UnsupportedResultException.class)
        .hasMessageContaining("duplicate column names");
  }

  private static List<ColumnMetadata> metadata(String sql) {
    return api.client
        .executeStatement(statement(sql).includeResultMetadata(true).build())
        .columnMetadata();
  }

  private static ExecuteStatementResponse json(String sql) {
    return api.client.executeStatement(
        statement(sql).formatRecordsAs(RecordsFormatType.JSON).build());
  }
}
