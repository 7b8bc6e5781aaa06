package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.ALaptop;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users say, and what others answer to them, is in the database and nowhere else. */
class NothingPrivateInLogsTest {
  private static final String CANARY = "canary-5e1f0c";
  private static final String SUBJECT = "somebody";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path home;
  private static String token = "";
  private static String secret = "";
  private static String printed = "";

  @BeforeAll
  static void canaries_are_let_out() throws Exception {
    try (var target = new Target();
        var laptop = ALaptop.startedIn(home, 0).ready()) {
      Caller caller = Laptops.caller(laptop, SUBJECT, CANARY);
      token = caller.token();
      keep(CANARY, caller);
      secret = tell(new Hook(caller));
      write(caller);
      text(Line.of(caller), laptop);
      run(caller, target);
      new Canaries(CANARY, new Subjects(caller, Laptops.rows(laptop))).everywhere();
      caller.post("/v1/tasks", quoted(CANARY));
      caller.get("/" + CANARY);
      new Caller(caller.api(), CANARY).get("/v1/tasks");
      printed = laptop.output();
    }
  }

  @Test
  @Tag("NFR-024")
  void a_canary_in_every_field_of_every_operation_is_in_no_log() throws Exception {
    for (Path log : logs()) {
      assertThat(log).isNotEmptyFile();
      assertThat(Files.readString(log, ISO_8859_1))
          .as(log.toString())
          .doesNotContain(CANARY)
          .doesNotContain(secret)
          .doesNotContain(token.substring(token.lastIndexOf('.')));
    }
    assertThat(printed).doesNotContain(CANARY);
  }

  @Test
  @Tag("NFR-025")
  @Tag("NFR-028")
  void a_line_says_who_asked_what_about_which_task_and_what_it_took() throws Exception {
    List<JsonNode> lines = answered();

    assertThat(lines).allSatisfy(NothingPrivateInLogsTest::assertWhole);
    for (Operation operation : Contract.ours().operations()) {
      assertThat(lines)
          .as(operation.route())
          .anySatisfy(
              line -> {
                assertThat(line.path("route").asText()).isEqualTo(operation.route());
                assertThat(line.path("status").asInt()).isBetween(200, 299);
                if (operation.route().contains("/v1/t")) {
                  assertThat(line.path("user").asText()).isEqualTo(SUBJECT);
                  assertThat(line.path("statements").asInt()).isPositive();
                }
                if (operation.path().startsWith("/v1/tasks/{id}")) {
                  assertThat(line.path("task").asLong()).isPositive();
                }
              });
    }
  }

  private static void assertWhole(JsonNode line) {
    assertThat(line.path("requestId").asText()).isNotEmpty();
    assertThat(line.path("route").asText()).isNotEmpty();
    assertThat(line.path("status").asInt()).isBetween(200, 499);
    assertThat(line.path("millis").isIntegralNumber()).isTrue();
    assertThat(line.path("statements").isIntegralNumber()).isTrue();
    assertThat(line.path("databaseMillis").isIntegralNumber()).isTrue();
  }

  /** A line for each request. */
  private static List<JsonNode> answered() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (Path log : logs()) {
      if (log.getFileName().toString().startsWith("laptop")) {
        for (String line : Files.readAllLines(log)) {
          lines.add(JSON.readTree(line));
        }
      }
    }
    lines.removeIf(line -> !line.path("message").asText().equals("answered"));
    return lines;
  }

  private static void keep(String secret, Caller caller) {
    String body = "{\"value\":%s}".formatted(quoted(secret));
    assertThat(caller.send("PUT", "/v1/secrets/" + secret, body).statusCode()).isEqualTo(201);
  }

  /** A message to a webhook, by a sender that has its secret, and by one that has none. */
  private static String tell(Hook hook) {
    String message = "{\"title\":%1$s,\"from\":%1$s}".formatted(quoted(CANARY));
    assertThat(hook.send(message).statusCode()).isEqualTo(202);
    assertThat(hook.forge(message).statusCode()).isEqualTo(401);
    return hook.secret();
  }

  /** Texts to a number, one of which the database refuses for a while, and to nobody's number. */
  private static void text(Line line, ALaptop laptop) throws Exception {
    assertThat(line.text("+15550100", CANARY).path("outcome").asText()).isEqualTo("task");
    Line nobodys = new Line(line.caller(), Line.freshNumber(), line.id());
    assertThat(nobodys.send("+15550100", CANARY, CANARY).statusCode()).isEqualTo(202);
    Rows rows = Laptops.rows(laptop);
    rows.of(
        """
        create function fall_over() returns trigger language plpgsql as
        $$ begin raise exception 'falls over' using errcode = '57P01'; end $$
        """);
    rows.of(
        """
        create trigger fall_over before insert on inbound_messages
        for each row execute function fall_over()
        """);
    assertThat(line.send("+15550100", CANARY, "failing-" + CANARY).statusCode()).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Caller.json(line.caller().get("/local/status"))
                        .at("/functions/ReceiveSms/errors")
                        .asInt()
                    > 0);
    rows.of("drop function fall_over cascade");
  }

  /** Mail that says the word wherever it can, to a webhook of somebody's and to nobody's. */
  private static void write(Caller caller) throws Exception {
    var url = Caller.json(caller.get("/local/status")).at("/mail/url").asText();
    var postman = new Postman(URI.create(url));
    String mail =
        """
        From: %1$s@example.com
        Subject: %1$s
        Message-ID: <%1$s@example.com>
        Content-Type: multipart/mixed; boundary=%1$s

        --%1$s

        %1$s
        --%1$s
        Content-Disposition: attachment; filename=%1$s.txt

        %1$s
        --%1$s--
        """
            .formatted(CANARY);
    String box = CANARY + "@agency-tasks.example";
    var hook =
        new Hook(
            caller,
            """
            {"name": "%s", "channel": "email", "address": "%s", "defaults": {"taskType": "reminder"}}
            """
                .formatted(CANARY, box));
    assertThat(postman.bring(CANARY + "@example.com", mail, box)).startsWith("250");
    assertThat(postman.bring(CANARY + "@example.com", mail, "no-" + box)).startsWith("250");
    assertThat(postman.bring(CANARY, mail, CANARY + "@elsewhere.example")).startsWith("550");
    await().until(() -> hook.message().path("outcome").asText().equals("task"));
  }

  /** Tasks that call a target, which says the word, too. */
  private static void run(Caller caller, Target target) {
    URI told = target.answering("/" + CANARY, Target.reply(200, quoted(CANARY)));
    URI refusing = target.answering("/no/" + CANARY, Target.reply(400, quoted(CANARY)));
    URI broken = target.answering("/broken/" + CANARY, exchange -> {});
    assertThat(caller.ended(caller.create(telling(told))).path("status").asText())
        .isEqualTo("completed");
    assertThat(caller.ended(caller.create(telling(refusing))).path("status").asText())
        .isEqualTo("failed");
    assertThat(caller.ended(caller.create(telling(broken))).path("status").asText())
        .isEqualTo("failed");
    JsonNode news = caller.ended(caller.create(news(told)));
    assertThat(news.path("lastError").asText()).startsWith("Told 2 of 3.");
    JsonNode reminder = caller.ended(caller.create(ATask.of("reminder").with("title", CANARY)));
    assertThat(reminder.path("status").asText()).isEqualTo("completed");
    assertThat(new Mailbox(caller, CANARY + "@example.com").all()).hasSizeGreaterThan(1);
  }

  /** To an address, a number, and a webhook whose secret signs nothing. */
  private static ATask news(URI hook) {
    ATask task = ATask.of("notification").with("title", CANARY);
    ObjectNode config = task.fields().putObject("executionConfig");
    config.put("subject", CANARY).put("text", CANARY).put("html", CANARY);
    var recipients = config.putArray("recipients");
    recipients.addObject().put("email", CANARY + "@example.com");
    recipients.addObject().put("sms", "+15550100");
    recipients
        .addObject()
        .put("webhook", hook.toString())
        .putObject("secret")
        .put("secretRef", CANARY);
    return task;
  }

  /** The laptop's own log, as Lambda's, and what Postgres says, which Aurora exports too. */
  private static List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      List<Path> logs = files.filter(file -> file.toString().contains(".log")).toList();
      assertThat(logs).contains(home.resolve("laptop.log"), home.resolve("postgres.log"));
      return logs;
    }
  }

  private static ATask telling(URI url) {
    ATask task =
        ATask.calling(url)
            .with("title", "About " + CANARY)
            .with("description", CANARY)
            .with("category", CANARY);
    ObjectNode fields = task.fields().put("maxRetries", 0);
    fields.putArray("tags").add(CANARY);
    fields.putObject("metadata").put(CANARY, CANARY);
    ObjectNode config = fields.withObject("/executionConfig").put("method", "POST");
    config.put("url", url + "?key=" + CANARY).put("body", CANARY);
    config.putObject("headers").put("x-token", CANARY).put("Idempotency-Key", CANARY);
    ObjectNode auth = config.putObject("auth").put("type", "header").put("name", CANARY);
    auth.putObject("value").put("secretRef", CANARY);
    return task;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
