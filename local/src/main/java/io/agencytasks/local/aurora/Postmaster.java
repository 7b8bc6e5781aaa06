package io.agencytasks.local.aurora;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One running Postgres server, with a guard that stops it when this JVM ends in whatever way. */
final class Postmaster {
  private static final long POLL_MILLIS = 10;
  private static final long STOPPING_SECONDS = 30;

  private final Process guard;

  private Postmaster(Process guard) {
    this.guard = guard;
  }

  /** Returns when the server takes clients; recovery after a crash may take its time. */
  static Postmaster start(Programs programs, DataFolder data, int port, Path log)
      throws IOException, InterruptedException {
    data.stopStale();
    keepOneEarlier(log);
    Process guard =
        new ProcessBuilder(command(programs, data, port))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()))
            .start();
    Postmaster postmaster = new Postmaster(guard);
    try {
      while (!postmaster.serves(data)) {
        if (guard.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          throw data.refused("cannot be opened by Postgres, which says: " + lastWords(log));
        }
      }
      return postmaster;
    } catch (InterruptedException e) {
      postmaster.stop();
      throw e;
    }
  }

  /** Waits until the server ends by itself or is stopped. */
  void awaitEnd() throws InterruptedException {
    guard.waitFor();
  }

  /** A fast shutdown: sessions are ended, everything is written. */
  void stop() {
    try {
      guard.getOutputStream().close();
      if (!guard.waitFor(STOPPING_SECONDS, TimeUnit.SECONDS)) {
        guard.descendants().forEach(ProcessHandle::destroyForcibly);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void keepOneEarlier(Path log) throws IOException {
    if (Files.exists(log)) {
      Path earlier = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, earlier, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private boolean serves(DataFolder data) throws IOException {
    for (ProcessHandle child : guard.children().toList()) {
      if (data.isServedBy(child)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> command(Programs programs, DataFolder data, int port)
      throws IOException {
    List<String> command = new ArrayList<>(ownSession());
    command.addAll(List.of("sh", "-c", guardScript(), "postgres-guard"));
    command.addAll(
        programs.command(
            "postgres",
            List.of(
                "-D" + data.path(),
                "-p" + port,
                "--listen_addresses=127.0.0.1",
                "--unix_socket_directories=",
                "--max_connections=60",
                "--timezone=UTC",
                "--log_timezone=UTC",
                "--fsync=on")));
    return command;
  }

  /** Ctrl-C goes to every process of a terminal's group; this one stops when the laptop says so. */
  private static List<String> ownSession() {
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      return List.of("/usr/bin/setsid");
    }
    if (Files.isExecutable(Path.of("/usr/bin/perl"))) {
      return List.of("/usr/bin/perl", "-MPOSIX=setsid", "-e", "setsid; exec @ARGV", "--");
    }
    return List.of();
  }

  private static String guardScript() throws IOException {
    try (var script = Postmaster.class.getResourceAsStream("postgres-guard.sh")) {
      if (script == null) {
        throw new IllegalStateException("postgres-guard.sh is missing on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What the server gave as its reason, or the last it wrote. */
  private static String lastWords(Path log) throws IOException {
    List<String> lines =
        Files.readAllLines(log, StandardCharsets.UTF_8).stream()
            .filter(line -> !line.isBlank())
            .toList();
    return lines.stream()
        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
        .findFirst()
        .map(line -> line.replaceFirst("^.*(FATAL|PANIC):\\s+", ""))
        .orElseGet(() -> lines.isEmpty() ? "nothing" : lines.getLast());
  }
}
