package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.ALaptop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser_automation from the API to a real Chromium on real pages, and back. */
class BrowsingTest {
  private static final String SECRET = "s3cr&t <Canary> Wombat";

  @TempDir private static Path home;
  private static @Nullable ALaptop laptop;

  private Caller caller;
  private Site site;

  @BeforeAll
  static void start() throws IOException {
    AChromium.orSkip();
    laptop = ALaptop.startedIn(home, 0, "--param", "LeaseSeconds=10").ready();
  }

  @AfterAll
  static void stop() {
    if (laptop != null) {
      laptop.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    caller = Laptops.caller(Objects.requireNonNull(laptop), "somebody-" + UUID.randomUUID());
    site = new Site();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void it_logs_in_with_a_secret_and_the_secret_is_nowhere_but_there() throws Exception {
    caller.send("PUT", "/v1/secrets/login", "{\"value\":\"%s\"}".formatted(SECRET));
    long id =
        caller.create(
            ATask.browsing(
                    "{'do':'goto','url':'%s'}".formatted(site.url("/login")),
                    "{'do':'fill','selector':'#user','value':'alice'}",
                    "{'do':'fill','selector':'#password','secret':{'secretRef':'login'}}",
                    "{'do':'screenshot','name':'filled'}",
                    "{'do':'click','selector':'#go'}",
                    "{'do':'assertText','selector':'h1','text':'Welcome'}",
                    "{'do':'extract','name':'said','selector':'#said'}",
                    "{'do':'screenshot','fullPage':true}",
                    "{'do':'assertText','text':'what is not there'}")
                .withConfig("stepTimeoutSeconds", 3)
                .withConfig("recording", "true"));

    JsonNode task = caller.ended(id);

    assertThat(task.path("status").asText()).as(task.toString()).isEqualTo("failed");
    assertThat(site.posted()).singleElement().asString().contains("s3cr%26t+%3CCanary%3E+Wombat");
    JsonNode execution = executions(id).get(0);
    assertThat(execution.path("errorCode").asText()).isEqualTo("TEXT_NOT_FOUND");
    assertThat(execution.path("stepsTotal").asInt()).isEqualTo(9);
    assertThat(execution.path("stepsCompleted").asInt()).isEqualTo(8);
    assertThat(execution.path("currentStep").asText()).isEqualTo("9: assertText");
    assertThat(names(execution))
        .containsExactly(
            "filled.png",
            "step-8.png",
            "failure.png",
            "failure-page.txt",
            "failure-console.txt",
            "recording.gif");
    assertThat(file(execution, "failure-page.txt")).contains("Welcome", "user=alice");
    assertThat(file(execution, "failure-console.txt")).contains("the login is shown");
    assertThat(task + executions(id).toString()).doesNotContain("Wombat", "s3cr&t", "s3cr%26t");
    for (String name : List.of("failure-page.txt", "failure-console.txt", "filled.png")) {
      assertThat(file(execution, name)).as(name).doesNotContain("Wombat", "s3cr&t", "s3cr%26t");
    }
    assertThat(ImageIO.read(new ByteArrayInputStream(bytes(execution, "filled.png"))).getWidth())
        .isEqualTo(1280);
    for (String log : List.of("laptop.log", "postgres.log")) {
      assertThat(Files.readString(home.resolve(log), ISO_8859_1))
          .as(log)
          .isNotEmpty()
          .doesNotContain("Wombat", "s3cr&t", "s3cr%26t");
    }
    assertThat(covered(execution, "filled.png")).isTrue();
    assertThat(covered(execution, "step-8.png")).isTrue();
    assertThat(covered(execution, "failure.png")).isTrue();
  }

  @Test
  void it_takes_every_kind_of_step() throws Exception {
    long id =
        caller.create(
            ATask.browsing(
                "{'do':'goto','url':'%s'}".formatted(site.url("/table#part")),
                "{'do':'waitFor','selector':'table'}",
                "{'do':'waitFor','milliseconds':50}",
                "{'do':'waitFor','url':'**/table*'}",
                "{'do':'select','selector':'#size','value':'Large'}",
                "{'do':'check','selector':'#agree'}",
                "{'do':'press','selector':'#agree','key':'Tab'}",
                "{'do':'extract','name':'cells','selector':'td','as':'all'}",
                "{'do':'extract','name':'id','selector':'#more','as':'attribute','attribute':'data-id'}",
                "{'do':'extract','name':'html','selector':'#more','as':'html'}",
                "{'do':'download','selector':'#file','name':'orders.csv'}",
                "{'do':'upload','selector':'#doc','name':'again.csv','download':'orders.csv'}",
                "{'do':'click','selector':'#send'}",
                "{'do':'assertText','text':'welcome'}"));

    JsonNode task = caller.ended(id);

    assertThat(task.path("status").asText())
        .as(task + executions(id).toString())
        .isEqualTo("completed");
    JsonNode result = task.path("result");
    assertThat(result.path("url").asText()).isEqualTo(site.url("/uploaded"));
    assertThat(result.path("extracted").toString())
        .isEqualTo("{\"id\":\"77\",\"html\":\"More\",\"cells\":[\"A 1\",\"10\",\"B 2\",\"20\"]}");
    assertThat(result.path("files").toString()).isEqualTo("[\"orders.csv\"]");
    JsonNode execution = executions(id).get(0);
    assertThat(file(execution, "orders.csv")).isEqualTo("a,b\n1,2\n");
    assertThat(site.posted())
        .singleElement()
        .asString()
        .contains("filename=\"again.csv\"", "a,b\n1,2\n");
    assertThat(execution.path("stepResults")).hasSize(14);
    assertThat(execution.at("/stepResults/10/do").asText()).isEqualTo("download");
  }

  @Test
  void it_asks_a_person_and_goes_on_with_the_answer() {
    String shown =
        site.showing(
            "/code",
            "<form action=/welcome method=post><input id=code"
                + " name=code><button>Go</button></form>");
    long id =
        caller.create(
            ATask.browsing(
                "{'do':'goto','url':'%s'}".formatted(shown),
                "{'do':'pause','prompt':'Which code did you get?','deadlineMinutes':5}",
                "{'do':'fill','selector':'#code','input':true}",
                "{'do':'click','selector':'button'}",
                "{'do':'assertText','text':'Welcome'}",
                "{'do':'extract','name':'said','selector':'#said'}"));
    JsonNode asking = until(id, "waiting_input");
    assertThat(asking.path("statusReason").asText()).isEqualTo("Which code did you get?");
    assertThat(executions(id).at("/0/stepResults/1/status").asText()).isEqualTo("asked");

    caller.act(id, "input", "{'input':'998877'}");

    JsonNode task = caller.ended(id);
    assertThat(task.path("status").asText()).as(executions(id).toString()).isEqualTo("completed");
    assertThat(site.posted()).containsExactly("code=998877");
    assertThat(task.path("result").toString()).doesNotContain("998877").contains("code=•••");
    assertThat(executions(id).toString()).doesNotContain("998877");
  }

  private JsonNode until(long id, String status) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> caller.task(id), task -> task.path("status").asText().equals(status));
  }

  private JsonNode executions(long id) {
    return Caller.json(caller.get("/v1/tasks/" + id + "/executions")).path("executions");
  }

  private static List<String> names(JsonNode execution) {
    return execution.path("artifacts").findValuesAsText("name");
  }

  /** Whether the colour of covers is somewhere on it. */
  private static boolean covered(JsonNode execution, String name) throws Exception {
    var picture = ImageIO.read(new ByteArrayInputStream(bytes(execution, name)));
    return IntStream.range(0, picture.getWidth() * picture.getHeight())
        .anyMatch(
            i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) == 0xffff00ff);
  }

  private static String file(JsonNode execution, String name) throws Exception {
    return new String(bytes(execution, name), UTF_8);
  }

  private static byte[] bytes(JsonNode execution, String name) throws Exception {
    for (JsonNode artifact : execution.path("artifacts")) {
      if (artifact.path("name").asText().equals(name)) {
        try (var in = URI.create(artifact.path("url").asText()).toURL().openStream()) {
          return in.readAllBytes();
        }
      }
    }
    throw new AssertionError("no " + name + " among " + execution.path("artifacts"));
  }
}
