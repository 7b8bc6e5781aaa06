package io.agencytasks.local.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.disk.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The last messages, each a file in the home's folder {@code mail}, which only its owner reads. */
public final class SentMessages {
  /** So many are kept; an older one goes for each that comes. */
  public static final int KEPT = 500;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENDING = ".json";

  private final Path folder;
  private final Deque<Kept> messages = new ArrayDeque<>();
  private long last;

  private record Kept(Path file, SentMessage message) {}

  private SentMessages(Path folder) {
    this.folder = folder;
  }

  /** Those of a home; forgotten first if they shall be fresh. */
  public static SentMessages in(Path home, boolean fresh) throws IOException {
    Path folder = home.resolve("mail");
    if (fresh) {
      Folders.delete(folder);
    }
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    SentMessages messages = new SentMessages(folder);
    messages.load();
    return messages;
  }

  private void load() throws IOException {
    List<Path> files;
    try (var found = Files.list(folder)) {
      files =
          found
              .filter(file -> file.toString().endsWith(ENDING))
              .sorted(Comparator.comparing(Path::getFileName))
              .toList();
    }
    for (Path file : files) {
      last = number(file);
      messages.addFirst(new Kept(file, read(file)));
    }
  }

  /** Keeps one; when this returns, it outlives this process. */
  public synchronized void add(SentMessage message) {
    try {
      Path file = folder.resolve("%012d%s".formatted(++last, ENDING));
      Path aside =
          Files.writeString(folder.resolve("aside"), JSON.writeValueAsString(json(message)));
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      messages.addFirst(new Kept(file, message));
      if (messages.size() > KEPT) {
        Files.delete(messages.removeLast().file());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The latest first. */
  public synchronized List<SentMessage> all() {
    return messages.stream().map(Kept::message).toList();
  }

  private static long number(Path file) {
    return Long.parseLong(file.getFileName().toString().replace(ENDING, ""));
  }

  /** As it is kept, and shown. */
  public static JsonNode json(SentMessage message) {
    var json =
        JSON.createObjectNode()
            .put("id", message.id())
            .put("at", message.at().toString())
            .put("kind", message.kind())
            .put("from", message.from());
    message.to().forEach(json.putArray("to")::add);
    return json.put("subject", message.subject())
        .put("text", message.text())
        .put("html", message.html());
  }

  private static SentMessage read(Path file) throws IOException {
    JsonNode json = JSON.readTree(file.toFile());
    return new SentMessage(
        json.path("id").asText(),
        Instant.parse(json.path("at").asText()),
        json.path("kind").asText(),
        json.path("from").asText(),
        json.path("to").valueStream().map(JsonNode::asText).toList(),
        json.path("subject").asText(),
        json.path("text").asText(),
        json.path("html").asText());
  }
}
