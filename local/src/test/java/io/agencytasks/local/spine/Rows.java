package io.agencytasks.local.spine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the database, past all of our code. */
public record Rows(DataSource database) {

  /** The rows, each as its columns with a space between. */
  public List<String> of(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<String> rows = new ArrayList<>();
      if (statement.execute()) {
        try (ResultSet results = statement.getResultSet()) {
          while (results.next()) {
            rows.add(row(results));
          }
        }
      }
      return rows;
    }
  }

  private static String row(ResultSet results) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
      columns.add(String.valueOf(results.getString(i)));
    }
    return String.join(" ", columns);
  }
}
