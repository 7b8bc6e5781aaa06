package io.agencytasks.architecture;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The functions' zip as a Lambda sandbox has it: unpacked, and alone on the class path. */
record UnpackedZip(Path folder) {

  static UnpackedZip of(Path zip, Path folder) throws IOException {
    try (var files = FileSystems.newFileSystem(zip);
        var entries = Files.walk(files.getPath("/"))) {
      for (var entry : (Iterable<Path>) entries.skip(1)::iterator) {
        Files.copy(entry, folder.resolve(entry.toString().substring(1)));
      }
    }
    return new UnpackedZip(folder);
  }

  /** What a JVM of its own prints that constructs a handler, with this environment and no other. */
  String construct(String handler, Map<String, String> environment) throws Exception {
    var printed = Files.createTempFile(folder, "construct", ".txt");
    var java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--class-path",
                String.join(File.pathSeparator, "" + folder, folder + "/lib/*", "" + launcher()),
                Construct.class.getName(),
                handler)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    java.environment().clear();
    java.environment().putAll(environment);
    var process = java.start();
    if (!process.waitFor(30, SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(printed);
  }

  /** A folder with nothing but the class that the JVM is started with. */
  private Path launcher() throws IOException {
    var name = Construct.class.getName().replace('.', '/') + ".class";
    var copy = folder.resolve("launcher").resolve(name);
    if (Files.notExists(copy)) {
      Files.createDirectories(copy.getParent());
      try (var original = Construct.class.getClassLoader().getResourceAsStream(name)) {
        Files.copy(original, copy);
      }
    }
    return folder.resolve("launcher");
  }
}
