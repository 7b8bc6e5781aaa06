package io.agencytasks.local.aurora;

import io.agencytasks.local.disk.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where Postgres keeps its data. Its owner holds the home's lock: no other laptop is at it. */
record DataFolder(Path path) {
  private static final String VERSION = "17";
  private static final Duration STOPPING = Duration.ofSeconds(30);

  /** Makes an empty database where there is none, and refuses a folder that is none of ours. */
  void prepare(Programs programs) throws IOException, InterruptedException {
    if (isAbsent()) {
      Files.createDirectories(path.resolveSibling("."));
      create(programs);
    }
    Path versionFile = path.resolve("PG_VERSION");
    if (!Files.exists(versionFile)) {
      throw refused("holds no Postgres database (PG_VERSION is missing)");
    }
    String version = Files.readString(versionFile).strip();
    if (!version.equals(VERSION)) {
      throw refused("was written by Postgres " + version + ", and this is Postgres " + VERSION);
    }
  }

  /** Deletes all data. */
  void wipe() throws IOException, InterruptedException {
    stopStale();
    Folders.delete(path);
  }

  /**
   * Stops a Postgres that an earlier laptop left behind. A process with its number that is another
   * program (after a reboot, numbers start anew) or a dead one is let be, and the note of it
   * removed, as Postgres itself would take it for a running server.
   */
  void stopStale() throws IOException, InterruptedException {
    Optional<ProcessHandle> noted = notedPostmaster().flatMap(ProcessHandle::of);
    if (noted.isEmpty()) {
      return;
    }
    ProcessHandle process = noted.get();
    if (process.info().command().filter(it -> it.endsWith("/postgres")).isEmpty()) {
      Files.delete(pidFile());
      return;
    }
    // SIGINT is Postgres's fast shutdown; Java itself sends SIGTERM, which waits for all clients.
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    try {
      process.onExit().get(STOPPING.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw refused("is held by process " + process.pid() + ", which does not stop", e);
    }
  }

  /** True once the given process serves clients from this folder. */
  boolean isServedBy(ProcessHandle process) throws IOException {
    if (!Files.exists(pidFile())) {
      return false;
    }
    List<String> lines = Files.readAllLines(pidFile(), StandardCharsets.UTF_8);
    return lines.size() > 7
        && lines.getFirst().strip().equals(Long.toString(process.pid()))
        && lines.get(7).strip().equals("ready");
  }

  DatabaseRefused refused(String why) {
    return new DatabaseRefused(sentence(why));
  }

  DatabaseRefused refused(String why, Exception cause) {
    return new DatabaseRefused(sentence(why), cause);
  }

  private String sentence(String why) {
    return "The data folder %s %s. Nothing was changed: repair it or move it away, or start with --fresh, which deletes it. (With Maven: -Dlaptop.fresh.)"
        .formatted(path, why);
  }

  private boolean isAbsent() throws IOException {
    if (!Files.exists(path)) {
      return true;
    }
    try (var content = Files.list(path)) {
      return content.findAny().isEmpty();
    }
  }

  /** Beside its place first: a run killed midway leaves no half-made database in it. */
  private void create(Programs programs) throws IOException, InterruptedException {
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    Folders.delete(draft);
    // Whoever reaches this machine's loopback may ask the laptop for anybody's token, so a
    // password for the database would protect nothing. The builtin locale sorts alike everywhere.
    List<String> arguments =
        List.of(
            "--pgdata=" + draft,
            "--username=" + Aurora.SUPERUSER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    Process initdb =
        new ProcessBuilder(programs.command("initdb", arguments)).redirectErrorStream(true).start();
    String said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (initdb.waitFor() != 0) {
      throw new DatabaseRefused("No database could be made in " + path + ": " + said.strip());
    }
    Files.deleteIfExists(path);
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
  }

  private Optional<Long> notedPostmaster() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    return Files.readAllLines(pidFile()).stream()
        .findFirst()
        .filter(line -> line.matches("\\d+"))
        .map(Long::valueOf);
  }

  private Path pidFile() {
    return path.resolve("postmaster.pid");
  }
}
