package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.ALaptop;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of a browser_automation that goes wrong, is cancelled, or dies half-way. */
class BrowsingTroubleTest {
  private static final String WAIT = "{'do':'waitFor','milliseconds':10000}";

  @TempDir private Path home;
  private ALaptop laptop;
  private Caller caller;
  private Site site;

  @BeforeEach
  void start() throws IOException {
    AChromium.orSkip();
    site = new Site();
    laptop = started();
    caller = somebody();
  }

  @AfterEach
  void stop() {
    if (laptop != null) {
      laptop.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @Test
  void each_failure_has_its_code_and_its_verdict() throws Exception {
    check("{'do':'goto','url':'http://169.254.169.254/'}", "failed ADDRESS_BLOCKED");
    check("{'do':'goto','url':'https://10.0.0.1/'}", "failed ADDRESS_BLOCKED");
    check("{'do':'goto','url':'%s'}".formatted(whereNobodyListens()), "failed HTTP_502");
    check("{'do':'click','selector':'#nothing'}", "failed STEP_TIMED_OUT");
    check("{'do':'click','selector':'td'}", "failed SELECTOR_AMBIGUOUS");
    check("{'do':'click','selector':'td[['}", "failed SELECTOR_INVALID");
    check("{'do':'select','selector':'h1','value':'x'}", "failed STEP_IMPOSSIBLE");
    check("{'do':'press','key':'Hyper'}", "failed STEP_IMPOSSIBLE");
    check("{'do':'assertText','text':'nowhere'}", "failed TEXT_NOT_FOUND");
    check("{'do':'waitFor','selector':'#nothing'}", "failed STEP_TIMED_OUT");
  }

  @Test
  void who_may_have_acted_asks_before_it_acts_again() {
    long id =
        caller.create(
            browsing("{'do':'click','selector':'#nothing'}").withConfig("stepTimeoutSeconds", 1));

    assertThat(until(id, "waiting_input").path("statusReason").asText())
        .isEqualTo("It may have run: retry, mark done, or cancel?");
  }

  @Test
  void whoever_is_cancelled_stops_with_its_browser() {
    long id = caller.create(browsing(WAIT, WAIT, WAIT));
    await().atMost(Duration.ofSeconds(60)).until(() -> !browsers().isEmpty());
    List<ProcessHandle> browsers = browsers();

    assertThat(caller.patch(id, "{'status':'cancelled'}").statusCode()).isEqualTo(200);

    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> browsers.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(caller.task(id).path("status").asText()).isEqualTo("cancelled");
  }

  @ParameterizedTest
  @CsvSource({"click, waiting_input", "waitFor, completed"})
  void of_a_laptop_that_is_killed_no_browser_is_left_and_what_may_have_acted_asks(
      String step, String status) throws Exception {
    long id =
        caller.create(
            browsing(
                "{'do':'%s','selector':'#more'}".formatted(step),
                "{'do':'waitFor','milliseconds':3000}"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> executions(id).at("/0/stepsCompleted").asInt() == 2);
    List<ProcessHandle> browsers = browsers();
    assertThat(browsers).isNotEmpty();

    Laptops.kill(laptop);

    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> browsers.stream().noneMatch(ProcessHandle::isAlive));
    laptop = started();
    caller = somebody();
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              caller.post("/local/schedules/Sweep/fire", "");
              return caller.task(id).path("status").asText().equals(status);
            });
  }

  private void check(String step, String wanted) throws Exception {
    long id =
        caller.create(
            browsing(step)
                .withConfig("stepTimeoutSeconds", 2)
                .withConfig("onUncertain", "'retry'")
                .with("maxRetries", 0));
    JsonNode task = caller.ended(id);
    JsonNode execution = executions(id).get(0);
    assertThat(task.path("status").asText() + " " + execution.path("errorCode").asText())
        .as(step + execution)
        .isEqualTo(wanted);
    assertThat(execution.path("artifacts").findValuesAsText("name")).contains("failure.png");
    assertThat(execution.path("screenshots").toString()).isEqualTo("[\"failure.png\"]");
  }

  private static String whereNobodyListens() throws IOException {
    try (var closed = new ServerSocket(0)) {
      return "http://localhost:" + closed.getLocalPort() + "/";
    }
  }

  private ATask browsing(String... steps) {
    var all = new ArrayList<>(List.of(steps));
    all.addFirst("{'do':'goto','url':'%s'}".formatted(site.url("/table")));
    return ATask.browsing(all.toArray(String[]::new));
  }

  private ALaptop started() throws IOException {
    return ALaptop.startedIn(home, 0, "--param", "LeaseSeconds=10").ready();
  }

  private Caller somebody() throws IOException {
    return Laptops.caller(laptop, "somebody");
  }

  private JsonNode until(long id, String status) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> caller.task(id), task -> task.path("status").asText().equals(status));
  }

  private JsonNode executions(long id) {
    return Caller.json(caller.get("/v1/tasks/" + id + "/executions")).path("executions");
  }

  private List<ProcessHandle> browsers() {
    return Laptops.processes(laptop).stream()
        .filter(it -> it.info().command().filter(command -> command.contains("chrom")).isPresent())
        .toList();
  }
}
