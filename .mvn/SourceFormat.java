import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;

/**
 * Names the Java files that are not as google-java-format would write them; {@code --fix} rewrites
 * them. Started from source by the root pom, under the toolchain's JDK: the formatter parses with
 * the compiler of the JDK that it runs on, and Maven's own may be too old for this code.
 */
void main(String... arguments) throws Exception {
  var fix = List.of(arguments).contains("--fix");
  var wrong = new ArrayList<Path>();
  for (var source : sources(Path.of(""))) {
    if (differs(source, fix)) {
      wrong.add(source);
    }
  }
  if (fix) {
    wrong.forEach(source -> IO.println("formatted " + source));
  } else if (!wrong.isEmpty()) {
    wrong.forEach(source -> IO.println("not formatted: " + source));
    IO.println("`mvn -q -Pformat` formats them.");
    System.exit(1);
  }
}

/** Whether a file is not in format; true with {@code fix} too, which puts it right. */
boolean differs(Path source, boolean fix) throws IOException {
  var text = Files.readString(source);
  try {
    var formatted = new Formatter().formatSourceAndFixImports(text);
    if (fix && !formatted.equals(text)) {
      Files.writeString(source, formatted);
    }
    return !formatted.equals(text);
  } catch (FormatterException e) {
    throw new IllegalStateException(source + " is no Java that the formatter can read", e);
  }
}

/** The Java files of every module, and this one. */
List<Path> sources(Path root) throws IOException {
  var sources = new ArrayList<Path>();
  try (var folders = Files.newDirectoryStream(root, Files::isDirectory)) {
    for (var folder : folders) {
      var code = folder.endsWith(".mvn") ? folder : folder.resolve("src");
      if (Files.isDirectory(code)) {
        try (var files = Files.walk(code)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
  }
  return sources;
}
