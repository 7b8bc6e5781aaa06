package io.agencytasks.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The laptop as a developer starts it: a process of its own, in the project's folder. */
public final class ALaptop implements AutoCloseable {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration STARTING = Duration.ofSeconds(90);
  private static final Pattern CURL = Pattern.compile(" *curl .*");

  private final Process process;
  private final Path output;

  private ALaptop(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Started in the project's folder with a port given, 0 for any. */
  public static ALaptop startedIn(Path home, int port, String... arguments) throws IOException {
    return startedAt(PROJECT, home, Integer.toString(port), arguments);
  }

  static ALaptop startedAt(Path folder, Path home, String port, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of(arguments));
    return started(command, folder, home, port);
  }

  /** Started by a shell that waits for it, as Maven does. */
  static ALaptop startedByAnother(Path home) throws IOException {
    String line = "'" + String.join("' '", program()) + "' --stop-with-parent & wait";
    return started(List.of("sh", "-c", line), PROJECT, home, "0");
  }

  /** Waits until it is ready, or has given up. */
  public ALaptop ready() {
    Awaitility.await()
        .atMost(STARTING)
        .until(() -> output().contains("Ctrl-C stops it") || !process.isAlive());
    return this;
  }

  List<String> curls() throws IOException {
    return output().lines().filter(CURL.asMatchPredicate()).toList();
  }

  /** What it printed so far. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Waits for the end by itself. */
  int code() throws InterruptedException {
    if (!process.waitFor(STARTING.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It did not end");
    }
    return process.exitValue();
  }

  /** The process itself. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static ALaptop started(List<String> command, Path folder, Path home, String port)
      throws IOException {
    shareProgramsWith(home);
    Path output = Files.createTempFile("laptop", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("AGENCY_TASKS_HOME", home.toString());
    builder.environment().put("PORT", port);
    return new ALaptop(builder.start(), output);
  }

  /** Postgres is unpacked once for all tests. */
  private static void shareProgramsWith(Path home) throws IOException {
    Path shared = Path.of("target", "home-shared", "postgres-17").toAbsolutePath();
    Path link = Files.createDirectories(home).resolve(shared.getFileName());
    if (Files.exists(shared) && !Files.exists(link)) {
      Files.createSymbolicLink(link, shared);
    }
  }

  private static List<String> program() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"),
        Laptop.class.getName());
  }
}
