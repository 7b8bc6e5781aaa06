package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.ALaptop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a row cannot hold: where it is, who gets at it, for how long, and when it is gone. */
class ArtifactsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String FIVE_MB = "\"" + "five mb ".repeat(5 * 1024 * 1024 / 8) + "\"";

  /** Links that are soon over, and tasks that are old after a day. */
  private static final String[] PARAMETERS = {
    "--param", "ArtifactLinkSeconds=5", "--param", "RetainTasksDays=1"
  };

  @TempDir private Path home;
  private Target target;
  private ALaptop laptop;

  @BeforeEach
  void start() throws Exception {
    target = new Target();
    laptop = ALaptop.startedIn(home, 0, PARAMETERS).ready();
  }

  @AfterEach
  void stop() {
    laptop.close();
    target.close();
  }

  @Test
  void a_body_of_five_megabytes_is_there_whole_for_its_owner_until_its_task_is_deleted()
      throws Exception {
    var alice = Laptops.caller(laptop, "alice");
    var url = target.answering("/big", Target.reply(200, FIVE_MB));

    var task = alice.ended(alice.create(ATask.calling(url)));

    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.at("/result/bodyTruncated").asBoolean()).isTrue();
    assertThat(task.at("/result/body").asText()).startsWith("\"five mb five mb");
    assertThat(task.at("/result/artifact").toString())
        .isEqualTo(
            "{\"name\":\"response.json\",\"bytes\":%d,\"contentType\":\"application/json\"}"
                .formatted(FIVE_MB.length()));
    assertThat(task.toString()).doesNotContain("\"key\"");
    assertWhole(artifact(task));
    logsSayWhatWasDone(task);
    linksExpire(alice, task);
    nobodyElseGetsOne(task);

    Laptops.kill(laptop);
    laptop = ALaptop.startedIn(home, 0, PARAMETERS).ready();
    assertWhole(artifact(Laptops.caller(laptop, "alice").task(task.path("id").asLong())));

    itIsGoneWithItsTask();
  }

  private static void logsSayWhatWasDone(JsonNode task) {
    assertThat(task.at("/executions/0/logs"))
        .extracting(line -> line.path("message").asText().replaceAll("\\d+ ms", "n ms"))
        .containsExactly(
            "Sending GET localhost.",
            "GET localhost answered 200 in n ms, %,d bytes.".formatted(FIVE_MB.length()),
            "Kept response.json, %,d bytes.".formatted(FIVE_MB.length()));
  }

  private static void linksExpire(Caller alice, JsonNode task) throws Exception {
    var link = artifact(task);
    var until = Instant.parse(link.path("urlExpiresAt").asText());
    assertThat(until).isBefore(Instant.now().plusSeconds(6));
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(250))
        .until(() -> fetched(link).statusCode() == 403);

    var executions = Caller.json(alice.get("/v1/tasks/%d/executions".formatted(id(task))));
    assertWhole(artifact(executions));
  }

  private void nobodyElseGetsOne(JsonNode task) throws Exception {
    var bob = Laptops.caller(laptop, "bob");
    assertThat(bob.get("/v1/tasks/" + id(task)).statusCode()).isEqualTo(404);
    assertThat(bob.get("/v1/tasks/%d/executions".formatted(id(task))).statusCode()).isEqualTo(404);
    var url = target.answering("/bobs", Target.reply(200, FIVE_MB));
    var bobs = artifact(bob.ended(bob.create(ATask.calling(url)))).path("url").asText();
    var path = URI.create(artifact(task).path("url").asText()).getPath();

    var forged = URI.create(bobs.replace(URI.create(bobs).getPath(), path));

    assertThat(fetched(forged).statusCode()).isEqualTo(403);
  }

  private void itIsGoneWithItsTask() throws Exception {
    assertThat(files()).isNotEmpty();
    Laptops.rows(laptop)
        .of(
            """
            do $$ begin
              set local session_replication_role = replica;
              update agency_tasks set ended_at = ended_at - interval '2 days';
            end $$
            """);

    var swept =
        Caller.json(Laptops.caller(laptop, "alice").post("/local/schedules/Sweep/fire", ""));

    assertThat(swept.toString()).isNotEmpty();
    await().atMost(Duration.ofSeconds(30)).until(() -> files().isEmpty());
    assertThat(Laptops.rows(laptop).of("select count(*) from artifact_deletions"))
        .containsExactly("0");
  }

  private static void assertWhole(JsonNode artifact) throws Exception {
    var response = fetched(artifact);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(FIVE_MB);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(artifact.path("bytes").asInt()).isEqualTo(FIVE_MB.length());
  }

  /** That of the latest execution. */
  private static JsonNode artifact(JsonNode shown) {
    return shown.at("/executions/0/artifacts/0");
  }

  private static HttpResponse<String> fetched(JsonNode artifact) throws Exception {
    return fetched(URI.create(artifact.path("url").asText()));
  }

  private static HttpResponse<String> fetched(URI url) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }

  private static long id(JsonNode task) {
    return task.path("id").asLong();
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.walk(home.resolve("s3"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
