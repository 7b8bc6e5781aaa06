package io.agencytasks.domain.health;

/** Asks what the system stands on for a sign of life. */
public final class CheckHealth {

  /** Asks the database, in one statement. */
  public interface Store {

    /**
     * Returns when the database answers.
     *
     * @throws io.agencytasks.domain.task.Unavailable when it does not
     */
    void ping();
  }

  private final Store database;

  public CheckHealth(Store database) {
    this.database = database;
  }

  /** Returns when all is well, and throws what is not. */
  public void apply() {
    database.ping();
  }
}
