package io.agencytasks.local.aurora;

import com.sun.security.auth.module.UnixSystem;
import io.agencytasks.local.disk.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of Postgres for this machine, unpacked once from the class path. */
final class Programs {
  private static final boolean LINUX = System.getProperty("os.name").startsWith("Linux");

  private final Path folder;

  private Programs(Path folder) {
    this.folder = folder;
  }

  /** Unpacks into the folder, unless an earlier run did; a run that was killed leaves no half. */
  static Programs unpack(Path folder) {
    try {
      if (!Files.exists(folder)) {
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        Folders.delete(part);
        unpackAll(part);
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      return new Programs(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Postgres could not be unpacked into " + folder, e);
    }
  }

  /** The command line that runs a program. */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (LINUX && new UnixSystem().getUid() == 0) {
      // Postgres refuses to run as root: in a user namespace of its own it sees another user.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private static void unpackAll(Path folder) throws IOException {
    try (InputStream archive = archive();
        var entries = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        unpackOne(entry, entries, folder.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unpackOne(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
      throw new IOException(target + " cannot be made executable");
    }
  }

  private static InputStream archive() {
    String system = LINUX ? "linux" : "darwin";
    String processor =
        switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other ->
              throw new DatabaseRefused("There is no Postgres here for the processor " + other);
        };
    String name = "/postgres-" + system + "-" + processor + ".txz";
    InputStream found = Programs.class.getResourceAsStream(name);
    if (found == null) {
      throw new DatabaseRefused("There is no Postgres on the class path at " + name);
    }
    return found;
  }
}
