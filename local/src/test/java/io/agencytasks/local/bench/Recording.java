package io.agencytasks.local.bench;

import io.agencytasks.local.dataapi.RecordedStatement;
import java.util.List;

/**
 * What a route's function sends to the database for one request.
 *
 * @param number that the request was about
 */
record Recording(BenchedRoute route, long number, List<RecordedStatement> statements) {

  /** The same statements about something else. */
  List<RecordedStatement> about(long other) {
    return statements.stream().map(statement -> statement.with(number, other)).toList();
  }
}
