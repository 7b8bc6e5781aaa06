package io.agencytasks.local.dataapi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Carries out a call and answers with a JSON body. */
final class DataApi {
  private final Access access;
  private final Transactions transactions;
  private final Statements statements;
  private final ExecutorService threads;
  private final Duration timeout;

  DataApi(
      Access access,
      Transactions transactions,
      Statements statements,
      ExecutorService threads,
      Duration timeout) {
    this.access = access;
    this.transactions = transactions;
    this.statements = statements;
    this.threads = threads;
    this.timeout = timeout;
  }

  byte[] answer(Operation operation, Call call) {
    access.check(call);
    return switch (operation) {
      case EXECUTE_STATEMENT -> {
        access.checkDatabase(call);
        yield call.outlivesTimeout() ? executeBeyondTimeout(call) : statements.execute(call);
      }
      case BATCH_EXECUTE_STATEMENT -> {
        access.checkDatabase(call);
        yield statements.executeBatch(call);
      }
      case BEGIN_TRANSACTION -> {
        access.checkDatabase(call);
        yield json("transactionId", transactions.begin());
      }
      case COMMIT_TRANSACTION -> {
        transactions.commit(call.requiredTransaction());
        yield json("transactionStatus", "Transaction Committed");
      }
      case ROLLBACK_TRANSACTION -> {
        transactions.rollBack(call.requiredTransaction());
        yield json("transactionStatus", "Rollback Complete");
      }
    };
  }

  /** Stops waiting at the timeout, but not the statement. */
  private byte[] executeBeyondTimeout(Call call) {
    Future<byte[]> answer = threads.submit(() -> statements.execute(call));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Refusal(
          ErrorType.STATEMENT_TIMEOUT, "The call timed out; the statement continues.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(ErrorType.SERVICE_UNAVAILABLE, "The endpoint is closing.", e);
    }
  }

  private static byte[] json(String member, String value) {
    return "{\"%s\":\"%s\"}".formatted(member, value).getBytes(StandardCharsets.UTF_8);
  }
}
