package io.agencytasks.local.dataapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Optional;

/** How the values of a column go on the wire; each is made from the text that Postgres sends. */
enum FieldType {
  BOOLEAN("booleanValue", "booleanValues") {
    @Override
    void write(JsonGenerator json, String text) throws IOException {
      json.writeBoolean(text.startsWith("t"));
    }
  },
  LONG("longValue", "longValues") {
    @Override
    void write(JsonGenerator json, String text) throws IOException {
      json.writeNumber(Long.parseLong(text));
    }
  },
  FLOAT("doubleValue", "doubleValues") {
    @Override
    void write(JsonGenerator json, String text) throws IOException {
      json.writeNumber(finite(Float.parseFloat(text)));
    }
  },
  DOUBLE("doubleValue", "doubleValues") {
    @Override
    void write(JsonGenerator json, String text) throws IOException {
      json.writeNumber(finite(Double.parseDouble(text)));
    }
  },
  DECIMAL("stringValue", "stringValues") {
    @Override
    void write(JsonGenerator json, String text) throws IOException {
      json.writeString(text.contains("E") ? new BigDecimal(text).toPlainString() : text);
    }
  },
  TEXT("stringValue", "stringValues") {
    @Override
    void write(JsonGenerator json, String text) throws IOException {
      json.writeString(text);
    }
  },
  LOCAL_TIME("stringValue", "stringValues") {
    @Override
    void write(JsonGenerator json, String text) throws IOException {
      json.writeString(TemporalText.local(text));
    }
  },
  INSTANT("stringValue", "stringValues") {
    @Override
    void write(JsonGenerator json, String text) throws IOException {
      json.writeString(TemporalText.utc(text));
    }
  },
  BLOB("blobValue", "") {
    @Override
    void write(JsonGenerator json, String text) throws IOException {
      json.writeBinary(HexFormat.of().parseHex(text, 2, text.length()));
    }
  };

  private final String member;
  private final String arrayMember;

  FieldType(String member, String arrayMember) {
    this.member = member;
    this.arrayMember = arrayMember;
  }

  /** The name of a single value's member. */
  String member() {
    return member;
  }

  /** The name of an array's member; empty where the wire has none. */
  String arrayMember() {
    return arrayMember;
  }

  /** Writes a value that isn't null. */
  abstract void write(JsonGenerator json, String text) throws IOException;

  /** The field type of a Postgres type that the Data API supports. */
  static Optional<FieldType> of(String postgresType) {
    return Optional.ofNullable(
        switch (postgresType) {
          case "bool" -> BOOLEAN;
          case "int2", "int4", "int8", "oid", "smallserial", "serial", "bigserial" -> LONG;
          case "float4" -> FLOAT;
          case "float8" -> DOUBLE;
          case "numeric" -> DECIMAL;
          case "text", "varchar", "bpchar", "name", "uuid", "json", "jsonb" -> TEXT;
          case "date", "time", "timestamp" -> LOCAL_TIME;
          case "timestamptz" -> INSTANT;
          case "bytea" -> BLOB;
          default -> null;
        });
  }

  /** JSON has no infinity and no NaN, and the Data API has no other word for them. */
  private static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new Refusal(ErrorType.INTERNAL_FAILURE, "");
    }
    return number;
  }
}
