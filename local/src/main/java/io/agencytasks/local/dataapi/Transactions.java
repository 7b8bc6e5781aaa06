package io.agencytasks.local.dataapi;

import io.agencytasks.local.dataapi.EndedTransactions.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open transactions, each with a session of its own until it ends or expires. */
final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private final Sessions sessions;
  private final DataApiSettings settings;
  private final Clock clock;
  private final long startMillis;
  private final AtomicLong count = new AtomicLong();
  private final Map<String, Transaction> open = new ConcurrentHashMap<>();
  private final EndedTransactions ended = new EndedTransactions();

  Transactions(Sessions sessions, DataApiSettings settings, Clock clock) {
    this.sessions = sessions;
    this.settings = settings;
    this.clock = clock;
    this.startMillis = clock.millis();
  }

  String begin() {
    Connection connection = sessions.open();
    try {
      Transaction transaction = new Transaction(newId(), connection, clock);
      open.put(transaction.id(), transaction);
      return transaction.id();
    } catch (SQLException e) {
      sessions.release(connection);
      throw DatabaseErrors.refusal(e);
    }
  }

  /** Does a call's work; what fails otherwise than by the database's word ends the transaction. */
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
        abandon(transaction, Cause.FAILED);
      }
    }
  }

  void commit(String id) {
    Transaction transaction = take(id);
    try {
      transaction.commit();
      end(transaction, Cause.ENDED_BY_CALL);
    } catch (SQLException e) {
      abandon(transaction, Cause.ENDED_BY_CALL);
      throw DatabaseErrors.refusal(e);
    }
  }

  void rollBack(String id) {
    abandon(take(id), Cause.ENDED_BY_CALL);
  }

  /** Rolls back what nobody called for in time. */
  void expire() {
    abandon(it -> it.outlived(settings.transactionIdle(), settings.transactionLife()));
  }

  /** Rolls back all that no call is working in. */
  void rollBackAll() {
    abandon(_ -> true);
  }

  private void abandon(Predicate<Transaction> which) {
    open.values().stream()
        .filter(which)
        .filter(Transaction::take)
        .forEach(it -> abandon(it, Cause.EXPIRED));
  }

  private void abandon(Transaction transaction, Cause cause) {
    try {
      transaction.rollBack();
    } catch (SQLException e) {
      // Its connection is lost, and Postgres rolls back what loses its connection.
      LOG.debug("A transaction could not be rolled back", e);
    } finally {
      end(transaction, cause);
    }
  }

  private void end(Transaction transaction, Cause cause) {
    open.remove(transaction.id());
    ended.remember(transaction.id(), cause);
    sessions.release(transaction.connection());
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

  /** Never the same twice, not even after a restart. */
  private String newId() {
    String id = "%d/%d".formatted(startMillis, count.incrementAndGet());
    return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }
}
