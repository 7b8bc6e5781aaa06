package io.agencytasks.local.bench;

import io.agencytasks.local.dataapi.RecordedStatement;
import java.util.List;

/**
 * What a route's function sends to the database for one request.
 *
 * @param task that the request was about
 */
record Recording(BenchedRoute route, long task, List<RecordedStatement> statements) {

  /** The same statements about another task. */
  List<RecordedStatement> about(long other) {
    return statements.stream().map(statement -> statement.with(task, other)).toList();
  }
}
