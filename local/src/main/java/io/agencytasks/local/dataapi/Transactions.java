package io.agencytasks.local.dataapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open transactions, each with a session of its own until it ends or expires. */
final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private final Sessions sessions;
  private final DataApiSettings settings;
  private final Clock clock;
  private final long firstMillis;
  private final AtomicLong count = new AtomicLong();
  private final Map<String, Transaction> open = new ConcurrentHashMap<>();
  private final EndedTransactions ended = new EndedTransactions();

  Transactions(Sessions sessions, DataApiSettings settings, Clock clock) {
    this.sessions = sessions;
    this.settings = settings;
    this.clock = clock;
    this.firstMillis = clock.millis();
  }

  String begin() {
    Connection connection = sessions.open();
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // The driver sends BEGIN with the first statement; AWS begins at once.
      statement.execute("select 1");
    } catch (SQLException e) {
      sessions.release(connection);
      throw DatabaseErrors.refusal(e);
    }
    Transaction transaction = new Transaction(newId(), connection, clock);
    open.put(transaction.id(), transaction);
    return transaction.id();
  }

  /** Does a call's work in a transaction; a result that cannot be sent, or a timeout, ends it. */
  byte[] run(String id, DatabaseWork work) {
    Transaction transaction = take(id);
    boolean goesOn = false;
    try {
      byte[] answer = work.on(transaction.connection());
      goesOn = true;
      return answer;
    } catch (SQLException e) {
      Refusal refusal = DatabaseErrors.refusal(e);
      goesOn = refusal.type() == ErrorType.DATABASE_ERROR;
      throw refusal;
    } catch (Refusal refusal) {
      goesOn = refusal.type() == ErrorType.DATABASE_ERROR;
      throw refusal;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (goesOn) {
        transaction.giveBack();
      } else {
        abandon(transaction, EndedTransactions.Cause.FAILED);
      }
    }
  }

  void commit(String id) {
    Transaction transaction = take(id);
    try (Statement statement = transaction.connection().createStatement()) {
      // Postgres would take the COMMIT of a failed transaction for a ROLLBACK, and not say so.
      statement.execute("select 1");
      transaction.connection().commit();
    } catch (SQLException e) {
      throw DatabaseErrors.refusal(e);
    } finally {
      abandon(transaction, EndedTransactions.Cause.ENDED_BY_CALL);
    }
  }

  void rollBack(String id) {
    Transaction transaction = take(id);
    try {
      transaction.connection().rollback();
    } catch (SQLException e) {
      throw DatabaseErrors.refusal(e);
    } finally {
      end(transaction, EndedTransactions.Cause.ENDED_BY_CALL);
    }
  }

  /** Rolls back what nobody called for in time. */
  void expire() {
    open.values().stream()
        .filter(it -> it.outlived(settings.transactionIdle(), settings.transactionLife()))
        .filter(Transaction::take)
        .forEach(it -> abandon(it, EndedTransactions.Cause.EXPIRED));
  }

  /** Rolls back all that no call is working in. */
  void rollBackAll() {
    open.values().stream()
        .filter(Transaction::take)
        .forEach(it -> abandon(it, EndedTransactions.Cause.EXPIRED));
  }

  private Transaction take(String id) {
    expire();
    Transaction transaction = open.get(id);
    if (transaction == null) {
      throw ended.notFound(id);
    }
    if (!transaction.take()) {
      throw new Refusal(ErrorType.DATABASE_ERROR, "Transaction is still running a query");
    }
    return transaction;
  }

  private void abandon(Transaction transaction, EndedTransactions.Cause cause) {
    try {
      transaction.connection().rollback();
    } catch (SQLException e) {
      // Postgres rolls back what loses its connection.
      LOG.debug("A transaction could not be rolled back", e);
    } finally {
      end(transaction, cause);
    }
  }

  private void end(Transaction transaction, EndedTransactions.Cause cause) {
    open.remove(transaction.id());
    ended.remember(transaction.id(), cause);
    try {
      transaction.connection().setAutoCommit(true);
    } catch (SQLException e) {
      // Scrubbing will find out too, and give the session up.
      LOG.debug("A transaction's session is broken", e);
    }
    sessions.release(transaction.connection());
  }

  /** Never the same twice, not even after a restart. */
  private String newId() {
    String id = "%d/%d".formatted(firstMillis, count.incrementAndGet());
    return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }
}
