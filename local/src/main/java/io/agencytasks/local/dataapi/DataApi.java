package io.agencytasks.local.dataapi;

import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** Carries out a call and answers with a JSON body. */
final class DataApi {
  private final Access access;
  private final Transactions transactions;
  private final ExecuteStatement execute;
  private final BatchExecuteStatement batchExecute;

  DataApi(
      DataApiSettings settings,
      Sessions sessions,
      Transactions transactions,
      ExecutorService threads) {
    Duration timeout = settings.statementTimeout();
    NamedSqlCache parsed = new NamedSqlCache();
    StatementRunner runner = new StatementRunner(sessions, transactions);
    this.access = new Access(settings);
    this.transactions = transactions;
    this.execute = new ExecuteStatement(runner, parsed, threads, timeout);
    this.batchExecute = new BatchExecuteStatement(runner, parsed, timeout);
  }

  byte[] answer(Operation operation, Call call) {
    access.check(call);
    return switch (operation) {
      case EXECUTE_STATEMENT -> {
        access.checkDatabase(call);
        yield execute.answer(call);
      }
      case BATCH_EXECUTE_STATEMENT -> {
        access.checkDatabase(call);
        yield batchExecute.answer(call);
      }
      case BEGIN_TRANSACTION -> {
        access.checkDatabase(call);
        yield Answers.transactionId(transactions.begin());
      }
      case COMMIT_TRANSACTION -> {
        transactions.commit(call.requiredTransaction());
        yield Answers.transactionStatus("Transaction Committed");
      }
      case ROLLBACK_TRANSACTION -> {
        transactions.rollBack(call.requiredTransaction());
        yield Answers.transactionStatus("Rollback Complete");
      }
    };
  }
}
