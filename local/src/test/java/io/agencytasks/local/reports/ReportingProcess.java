package io.agencytasks.local.reports;

import io.agencytasks.domain.artifact.Artifacts;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.RecordStores;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.execution.Steps;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.functions.executors.report.ReportGeneration;
import io.micronaut.context.ApplicationContext;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * A JVM that makes reports of one user's tasks, in each format after the other, as a function makes
 * them: told by its environment where everything is.
 */
public final class ReportingProcess {
  private static final double MB = 1024.0 * 1024;

  private ReportingProcess() {}

  /** Prints a line for each format, which are the arguments after the user's id. */
  public static void main(String[] arguments) throws InterruptedException {
    try (var functions = ApplicationContext.builder().deduceEnvironment(false).start()) {
      var executor = functions.getBean(ReportGeneration.class);
      for (int n = 1; n < arguments.length; n++) {
        var attempt = attempt(Long.parseLong(arguments[0]), arguments[n]);
        var records =
            new Records(
                attempt,
                new RecordStores(
                    functions.getBean(Artifacts.class), functions.getBean(Steps.class)),
                Clock.systemUTC());
        long start = System.nanoTime();
        var outcome = executor.run(attempt, records);
        System.out.printf(
            "%s in %d ms%n",
            outcome instanceof Outcome.Done(_, var summary) ? summary : outcome,
            Duration.ofNanos(System.nanoTime() - start).toMillis());
      }
    }
    System.out.printf("At most %.0f MB of heap were in use.%n", mostHeap() / MB);
  }

  private static ClaimedExecution attempt(long user, String format) {
    return new ClaimedExecution(
        new ExecutionToken(UUID.randomUUID()),
        new TaskId(1),
        UUID.randomUUID(),
        user,
        1,
        TaskType.REPORT_GENERATION,
        "Report",
        new Json("{\"format\":\"%s\",\"lastDays\":30}".formatted(format)),
        null,
        Duration.ZERO);
  }

  /** Of each part of it at its own time: together they were never more. */
  private static double mostHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToDouble(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
