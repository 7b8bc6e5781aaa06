package io.agencytasks.local.dataapi;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** What a call does with its connection; the result is the answer's body. */
interface DatabaseWork {
  byte[] on(Connection connection) throws SQLException, IOException;

  /** The same as one transaction, on a connection that has none. */
  default DatabaseWork atOnce() {
    return connection -> {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        byte[] answer = on(connection);
        connection.commit();
        done = true;
        return answer;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    };
  }
}
