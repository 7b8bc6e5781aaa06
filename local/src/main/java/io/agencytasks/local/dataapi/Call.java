package io.agencytasks.local.dataapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a call, all operations' members in one; what was not sent is null. */
record Call(
    @Nullable String resourceArn,
    @Nullable String secretArn,
    @Nullable String database,
    @Nullable String schema,
    @Nullable String transactionId,
    @Nullable String sql,
    @Nullable List<Parameter> parameters,
    @Nullable List<List<Parameter>> parameterSets,
    @Nullable Boolean includeResultMetadata,
    @Nullable Boolean continueAfterTimeout,
    @Nullable ResultSetOptions resultSetOptions,
    @Nullable RecordsFormat formatRecordsAs) {

  private static final int MAX_SQL_CHARACTERS = 65_536;

  record Parameter(@Nullable String name, @Nullable JsonNode value, @Nullable TypeHint typeHint) {}

  record ResultSetOptions(
      @Nullable DecimalReturnType decimalReturnType, @Nullable LongReturnType longReturnType) {}

  enum DecimalReturnType {
    STRING,
    DOUBLE_OR_LONG
  }

  enum LongReturnType {
    STRING,
    LONG
  }

  enum RecordsFormat {
    NONE,
    JSON
  }

  String requiredSql() {
    if (sql == null || sql.isBlank()) {
      throw new Refusal(ErrorType.VALIDATION, "sql must not be empty.");
    }
    if (sql.length() > MAX_SQL_CHARACTERS) {
      throw new Refusal(
          ErrorType.VALIDATION,
          "Value at 'sql' failed to satisfy constraint:"
              + " Member must have length less than or equal to 65536");
    }
    return sql;
  }

  List<List<Parameter>> sets() {
    return parameterSets == null ? List.of() : parameterSets;
  }

  Optional<String> transaction() {
    return Optional.ofNullable(transactionId);
  }

  String requiredTransaction() {
    return transaction()
        .orElseThrow(() -> new Refusal(ErrorType.BAD_REQUEST, "transactionId must be given."));
  }

  boolean wantsMetadata() {
    return Boolean.TRUE.equals(includeResultMetadata);
  }

  boolean outlivesTimeout() {
    return Boolean.TRUE.equals(continueAfterTimeout);
  }

  boolean wantsJson() {
    return formatRecordsAs == RecordsFormat.JSON;
  }

  boolean wantsLongsAsText() {
    return resultSetOptions != null && resultSetOptions.longReturnType() == LongReturnType.STRING;
  }

  boolean wantsDecimalsAsNumbers() {
    return resultSetOptions != null
        && resultSetOptions.decimalReturnType() == DecimalReturnType.DOUBLE_OR_LONG;
  }
}
