package io.agencytasks.local.spine;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.ALaptop;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Ways into a laptop that runs as a process of its own. */
final class Laptops {
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

  static Caller caller(ALaptop laptop, String subject) throws IOException {
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

  static Rows rows(ALaptop laptop) throws IOException {
    JsonNode status = Caller.json(new Caller(api(laptop), "").get("/local/status"));
    URI url = URI.create(status.at("/database/url").asText());
    var database = new PGSimpleDataSource();
    database.setServerNames(new String[] {url.getHost()});
    database.setPortNumbers(new int[] {url.getPort()});
    database.setDatabaseName(url.getPath().substring(1));
    database.setUser(url.getUserInfo());
    return new Rows(database);
  }

  /** The laptop and all that it started. */
  static List<ProcessHandle> processes(ALaptop laptop) {
    return Stream.concat(Stream.of(laptop.handle()), laptop.handle().descendants()).toList();
  }
}
