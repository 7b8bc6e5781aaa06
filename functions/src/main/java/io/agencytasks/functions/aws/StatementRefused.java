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
  private final String constraint;

  StatementRefused(String sqlState, String constraint) {
    super("Postgres refused a statement: SQLState %s %s".formatted(sqlState, constraint));
    this.sqlState = sqlState;
    this.constraint = constraint;
  }

  /** Five characters, as in Postgres's appendix A. */
  public String sqlState() {
    return sqlState;
  }

  /** Whether it is this constraint that it would have broken. */
  public boolean broke(String name) {
    return constraint.equals("\"%s\"".formatted(name));
  }
}
