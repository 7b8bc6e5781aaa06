package io.agencytasks.local.secretsmanager;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files that only their owner may read, and that a crash leaves as they were or as they shall be.
 */
final class DurableFile {
  private DurableFile() {}

  /** Written aside and moved; on disk when this returns. */
  static void write(Path path, byte[] content) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path folder = path.resolveSibling(".");
    Path aside = Files.createTempFile(folder, "aside", ".new", ownerOnly);
    try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      var rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }

  static void delete(Path path) throws IOException {
    Files.delete(path);
    force(path.resolveSibling("."));
  }

  /** A file is where its folder says, so that must be on disk too. */
  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
