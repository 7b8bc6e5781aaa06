package io.agencytasks.functions.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The two dialects of JSON that are spoken here. */
public final class Mappers {
  /** How deep a body of the API may nest. */
  private static final int API_DEPTH = 32;

  /** What executors keep of other people's JSON may nest deeper than what the API takes. */
  private static final int ROWS_DEPTH = 100;

  private static final JsonMapper API = api();
  private static final JsonMapper ROWS = rows();

  private Mappers() {}

  /** The API's: camelCase, and strict about what it reads. */
  public static JsonMapper forApi() {
    return API;
  }

  /** The database's: snake_case, and indifferent to columns that nobody asked for. */
  public static JsonMapper forRows() {
    return ROWS;
  }

  private static JsonMapper api() {
    return base(API_DEPTH)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  private static JsonMapper rows() {
    return base(ROWS_DEPTH)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static JsonMapper.Builder base(int depth) {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(depth).build())
            .build();
    return JsonMapper.builder(factory)
        .addModule(new JavaTimeModule())
        .addModule(new JsonModule())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  }
}
