package io.agencytasks.local.dataapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;

/** Describes a result's columns on the wire. */
final class ColumnMetadata {
  private ColumnMetadata() {}

  static void write(ResultSetMetaData metadata, JsonGenerator json)
      throws SQLException, IOException {
    json.writeArrayFieldStart("columnMetadata");
    for (int position = 1; position <= metadata.getColumnCount(); position++) {
      write(metadata, position, json);
    }
    json.writeEndArray();
  }

  private static void write(ResultSetMetaData metadata, int position, JsonGenerator json)
      throws SQLException, IOException {
    String typeName = metadata.getColumnTypeName(position);
    json.writeStartObject();
    json.writeNumberField("arrayBaseColumnType", arrayBaseColumnType(typeName));
    json.writeBooleanField("isAutoIncrement", metadata.isAutoIncrement(position));
    json.writeBooleanField("isCaseSensitive", metadata.isCaseSensitive(position));
    json.writeBooleanField("isCurrency", metadata.isCurrency(position));
    json.writeBooleanField("isSigned", metadata.isSigned(position));
    json.writeStringField("label", metadata.getColumnLabel(position));
    json.writeStringField("name", metadata.getColumnName(position));
    json.writeNumberField("nullable", metadata.isNullable(position));
    json.writeNumberField("precision", metadata.getPrecision(position));
    json.writeNumberField("scale", metadata.getScale(position));
    json.writeStringField("schemaName", metadata.getSchemaName(position));
    json.writeStringField("tableName", metadata.getTableName(position));
    json.writeNumberField("type", metadata.getColumnType(position));
    json.writeStringField("typeName", typeName);
    json.writeEndObject();
  }

  /** The JDBC type of an array's elements; 0 for what is no array. */
  private static int arrayBaseColumnType(String typeName) {
    return switch (typeName) {
      case "_bool" -> Types.BIT;
      case "_int2" -> Types.SMALLINT;
      case "_int4" -> Types.INTEGER;
      case "_int8", "_oid" -> Types.BIGINT;
      case "_float4" -> Types.REAL;
      case "_float8" -> Types.DOUBLE;
      case "_numeric" -> Types.NUMERIC;
      case "_bpchar" -> Types.CHAR;
      case "_text", "_varchar", "_name" -> Types.VARCHAR;
      case "_date" -> Types.DATE;
      case "_time" -> Types.TIME;
      case "_timestamp", "_timestamptz" -> Types.TIMESTAMP;
      default -> typeName.startsWith("_") ? Types.OTHER : 0;
    };
  }
}
