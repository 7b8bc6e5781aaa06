package io.agencytasks.local.dataapi;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** What a call does with its connection; the result is the answer's body. */
interface DatabaseWork {
  byte[] on(Connection connection) throws SQLException, IOException;
}
