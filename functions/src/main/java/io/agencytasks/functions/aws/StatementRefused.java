package io.agencytasks.functions.aws;

/**
 * Postgres refused a statement: a bug, or a constraint that nothing before it caught. Postgres's
 * own words are left out, since they may quote what the statement carried.
 */
public final class StatementRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Our own: a task would wait for itself. */
  public static final String CIRCLE = "AT003";

  private final String sqlState;

  StatementRefused(String sqlState, String constraint) {
    super("Postgres refused a statement: SQLState %s %s".formatted(sqlState, constraint));
    this.sqlState = sqlState;
  }

  /** Five characters, as in Postgres's appendix A. */
  public String sqlState() {
    return sqlState;
  }
}
