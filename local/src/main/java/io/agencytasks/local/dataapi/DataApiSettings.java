package io.agencytasks.local.dataapi;

import java.time.Duration;

/**
 * What an endpoint stands for, and the times that AWS allows.
 *
 * @param clusterArn the only resourceArn it answers to, letter by letter
 * @param secretArn the only secretArn that opens it; it stands for the role of the data source
 * @param database the only database it knows
 * @param statementTimeout after which a call is cancelled, in whole seconds
 * @param transactionIdle how long a transaction may wait for its next call
 * @param transactionLife how long a transaction may last in all
 */
public record DataApiSettings(
    String clusterArn,
    String secretArn,
    String database,
    Duration statementTimeout,
    Duration transactionIdle,
    Duration transactionLife) {

  /** The times of AWS: 45 seconds, 3 minutes, 24 hours. */
  public DataApiSettings(String clusterArn, String secretArn, String database) {
    this(
        clusterArn,
        secretArn,
        database,
        Duration.ofSeconds(45),
        Duration.ofMinutes(3),
        Duration.ofHours(24));
  }

  /** The same with another limit for statements, for tests that cannot wait 45 seconds. */
  public DataApiSettings withStatementTimeout(Duration timeout) {
    return new DataApiSettings(
        clusterArn, secretArn, database, timeout, transactionIdle, transactionLife);
  }
}
