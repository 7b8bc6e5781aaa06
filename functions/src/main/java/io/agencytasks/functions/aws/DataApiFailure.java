package io.agencytasks.functions.aws;

import io.agencytasks.domain.task.Unavailable;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;
import software.amazon.awssdk.services.rdsdata.model.StatementTimeoutException;

/** What a failed call to the Data API means. */
final class DataApiFailure {
  private static final Pattern SQL_STATE = Pattern.compile("SQLState: ([0-9A-Z]{5})");

  private static final Pattern CONSTRAINT = Pattern.compile("constraint (\"[a-z_0-9]+\")");

  /** Rolled back by Postgres for the sake of others: nothing was done. */
  private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

  /** Starting up, shutting down, no connection left, disk or memory short. */
  private static final Set<String> OUT_OF_REACH = Set.of("08", "53", "57");

  private static final Duration WAKING = Duration.ofSeconds(15);
  private static final Duration HICCUP = Duration.ofSeconds(2);

  private DataApiFailure() {}

  /** Whether it is safe, and makes sense, to run the statement again at once. */
  static boolean mayRunAgain(SdkException failure, Statement statement) {
    return switch (failure) {
      case DatabaseResumingException waking -> false;
      case StatementTimeoutException slow -> false;
      case ApiCallTimeoutException slow -> false;
      case DatabaseErrorException refused -> ROLLED_BACK.contains(sqlState(refused));
      case SdkException other when neverSent(other) -> true;
      case SdkException other -> statement.repeatable() && isOutage(other);
    };
  }

  static RuntimeException translate(SdkException failure) {
    return switch (failure) {
      case DatabaseResumingException waking ->
          new Unavailable("The database is waking up.", WAKING, waking);
      case StatementTimeoutException slow ->
          new Unavailable("The database took too long.", HICCUP, slow);
      case DatabaseErrorException refused when isOutage(refused) ->
          new Unavailable("The database is out of reach.", HICCUP, refused);
      case DatabaseErrorException refused ->
          new StatementRefused(sqlState(refused), first(CONSTRAINT, refused));
      case SdkException other when isOutage(other) ->
          new Unavailable("The database is out of reach.", HICCUP, other);
      case SdkException other -> other;
    };
  }

  private static boolean isOutage(SdkException failure) {
    return switch (failure) {
      case DatabaseErrorException refused -> OUT_OF_REACH.contains(classOf(sqlState(refused)));
      case SdkServiceException answer ->
          answer.statusCode() >= 500 || answer.isThrottlingException();
      case SdkClientException unreachable -> true;
      case SdkException other -> false;
    };
  }

  private static boolean neverSent(Throwable failure) {
    return failure instanceof ConnectException
        || (failure.getCause() != null && neverSent(failure.getCause()));
  }

  private static String classOf(String sqlState) {
    return sqlState.substring(0, Math.min(2, sqlState.length()));
  }

  private static String sqlState(DatabaseErrorException refused) {
    return first(SQL_STATE, refused);
  }

  /** Empty where the message has none. */
  private static String first(Pattern pattern, DatabaseErrorException refused) {
    var match = pattern.matcher(String.valueOf(refused.getMessage()));
    return match.find() ? match.group(1) : "";
  }
}
