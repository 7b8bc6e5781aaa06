package io.agencytasks.local.spine;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.ALaptop;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Ways into a laptop that runs as a process of its own. */
public final class Laptops {
  private Laptops() {}

  static URI api(ALaptop laptop) throws IOException {
    String line = "Agency Tasks runs at ";
    return laptop
        .output()
        .lines()
        .filter(it -> it.startsWith(line))
        .map(it -> URI.create(it.substring(line.length())))
        .findFirst()
        .orElseThrow(() -> new AssertionError("It is not ready."));
  }

  public static Caller caller(ALaptop laptop, String subject) throws IOException {
    return caller(laptop, subject, subject);
  }

  /** Somebody whose token claims this name, too, and an address with it. */
  static Caller caller(ALaptop laptop, String subject, String name) throws IOException {
    Caller nobody = new Caller(api(laptop), "");
    JsonNode answer =
        Caller.json(
            nobody.post(
                "/local/token",
                "{\"subject\":\"%s\",\"name\":\"%s\",\"email\":\"%s@example.com\"}"
                    .formatted(subject, name, name)));
    return new Caller(nobody.api(), answer.path("token").asText());
  }

  public static Rows rows(ALaptop laptop) throws IOException {
    JsonNode status = Caller.json(new Caller(api(laptop), "").get("/local/status"));
    URI url = URI.create(status.at("/database/url").asText());
    var database = new PGSimpleDataSource();
    database.setServerNames(new String[] {url.getHost()});
    database.setPortNumbers(new int[] {url.getPort()});
    database.setDatabaseName(url.getPath().substring(1));
    database.setUser(url.getUserInfo());
    return new Rows(database);
  }

  /** {@code kill -9}; returns when nothing of it is left. */
  public static void kill(ALaptop laptop) {
    List<ProcessHandle> processes = processes(laptop);
    laptop.handle().destroyForcibly();
    awaitEndOf(processes);
  }

  static void awaitEndOf(List<ProcessHandle> processes) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** The laptop and all that it started. */
  static List<ProcessHandle> processes(ALaptop laptop) {
    return Stream.concat(Stream.of(laptop.handle()), laptop.handle().descendants()).toList();
  }
}
