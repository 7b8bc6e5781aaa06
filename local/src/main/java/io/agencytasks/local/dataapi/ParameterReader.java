package io.agencytasks.local.dataapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a parameter's value, which must be of exactly one kind. */
final class ParameterReader {
  private final String name;
  private final Optional<TypeHint> hint;

  private ParameterReader(String name, Optional<TypeHint> hint) {
    this.name = name;
    this.hint = hint;
  }

  static SqlValue read(String name, @Nullable JsonNode field, @Nullable TypeHint hint) {
    return new ParameterReader(name, Optional.ofNullable(hint)).read(field);
  }

  private SqlValue read(@Nullable JsonNode field) {
    if (field == null || !field.isObject() || field.size() != 1) {
      throw refused("must have a value of exactly one kind");
    }
    Map.Entry<String, JsonNode> member = field.properties().iterator().next();
    SqlValue value = read(member.getKey(), member.getValue());
    if (hint.isPresent() && !(value instanceof SqlValue.Hinted || value instanceof SqlValue.Null)) {
      throw refused("has a typeHint, which only a stringValue may have");
    }
    return value;
  }

  private SqlValue read(String kind, JsonNode value) {
    return switch (kind) {
      case "isNull" -> {
        require(kind, value.isBoolean() && value.booleanValue());
        yield new SqlValue.Null(hint);
      }
      case "booleanValue" -> {
        require(kind, value.isBoolean());
        yield new SqlValue.Bool(value.booleanValue());
      }
      case "longValue" -> {
        require(kind, value.isIntegralNumber() && value.canConvertToLong());
        yield new SqlValue.Bigint(value.longValue());
      }
      case "doubleValue" -> {
        require(kind, value.isNumber());
        yield new SqlValue.DoublePrecision(value.doubleValue());
      }
      case "stringValue" -> {
        require(kind, value.isTextual());
        yield text(value.textValue());
      }
      case "blobValue" -> {
        require(kind, value.isTextual());
        yield new SqlValue.Bytea(bytes(value));
      }
      case "arrayValue" ->
          throw new Refusal(ErrorType.VALIDATION, "Array parameters are not supported.");
      default -> throw refused("has a value of the unknown kind " + kind);
    };
  }

  private SqlValue text(String text) {
    if (hint.isEmpty()) {
      return new SqlValue.Varchar(text);
    }
    if (!hint.get().fits(text)) {
      throw refused("isn't a valid " + hint.get());
    }
    return new SqlValue.Hinted(hint.get(), text);
  }

  private byte[] bytes(JsonNode base64) {
    try {
      return base64.binaryValue();
    } catch (IOException e) {
      throw refused("has a blobValue that isn't Base64");
    }
  }

  private void require(String kind, boolean valid) {
    if (!valid) {
      throw refused("has no valid " + kind);
    }
  }

  private Refusal refused(String fault) {
    return new Refusal(ErrorType.BAD_REQUEST, "Parameter '%s' %s.".formatted(name, fault));
  }
}
