package io.agencytasks.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How a laptop started.
 *
 * @param seconds from the program's start until it says that it is ready
 * @param programMegabytes that it then has in memory; 0 where the system does not tell
 * @param databaseMegabytes the same of Postgres, pages that its processes share counted once
 */
record StartUp(double seconds, long programMegabytes, long databaseMegabytes) {

  static StartUp measure(Path project, TemporaryHome home) throws Exception {
    long began = System.nanoTime();
    try (ChildLaptop laptop = home.usedBy(ChildLaptop.start(project, home.folder()))) {
      laptop.awaitReady();
      double seconds = (System.nanoTime() - began) / 1e9;
      ProcessHandle program = laptop.process().toHandle();
      return new StartUp(seconds, megabytes(Stream.of(program)), megabytes(program.descendants()));
    }
  }

  static Table table(StartUp first, StartUp second) {
    return new Table("start", "ready after s", "program MB", "Postgres MB")
        .row(
            "first, makes the database",
            first.seconds,
            first.programMegabytes,
            first.databaseMegabytes)
        .row("every other", second.seconds, second.programMegabytes, second.databaseMegabytes);
  }

  private static long megabytes(Stream<ProcessHandle> processes) throws IOException {
    long kilobytes = 0;
    for (ProcessHandle process : processes.toList()) {
      Path memory = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
      if (Files.exists(memory)) {
        kilobytes += proportionalKilobytes(memory);
      }
    }
    return kilobytes / 1024;
  }

  private static long proportionalKilobytes(Path memory) throws IOException {
    try (Stream<String> lines = Files.lines(memory)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }
}
