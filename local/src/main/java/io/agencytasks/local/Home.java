package io.agencytasks.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that a laptop keeps its data in, locked for as long as it runs. */
final class Home implements AutoCloseable {
  private final FileChannel lockFile;

  private Home(FileChannel lockFile) {
    this.lockFile = lockFile;
  }

  static Home lock(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel lockFile =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(lockFile) == null) {
        lockFile.close();
        throw new CannotStart(
            "Another laptop runs on "
                + folder
                + ": stop it, or give this one a folder of its own with AGENCY_TASKS_HOME.");
      }
      return new Home(lockFile);
    } catch (IOException e) {
      throw new CannotStart("The folder " + folder + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** The system takes the lock away with the process, however that ends. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }

  private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
