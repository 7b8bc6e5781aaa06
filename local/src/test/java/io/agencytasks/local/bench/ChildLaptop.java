package io.agencytasks.local.bench;

import io.agencytasks.local.Laptop;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The laptop as a program of its own, with the options that {@code mvn -q -Plaptop} gives it. */
record ChildLaptop(Process process) implements AutoCloseable {

  static ChildLaptop start(Path project, Path home) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                System.getProperty("java.class.path"),
                Laptop.class.getName())
            .directory(project.toFile())
            .redirectErrorStream(true);
    program.environment().put("AGENCY_TASKS_HOME", home.toString());
    program.environment().put("PORT", "0");
    return new ChildLaptop(program.start());
  }

  /** Returns when it says that it is ready. */
  void awaitReady() throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.endsWith(" Ready")) {
        return;
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("The laptop did not start:\n" + said);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
