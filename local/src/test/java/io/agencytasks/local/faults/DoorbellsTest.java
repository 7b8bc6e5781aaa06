package io.agencytasks.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.spine.Caller;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every tenth doorbell rings twice, every twentieth never. {@code -Dfaults.tasks} makes it more
 * tasks: the profile "faults" has 20,000.
 */
@Tag("NFR-016")
class DoorbellsTest {
  private static final int TASKS = Integer.getInteger("faults.tasks", 3000);
  private static final int USERS = 20;
  private static final int CALLERS = 16;
  private static final Odds DOORBELLS = new Odds(Map.of(Fault.DUPLICATE, 100, Fault.REFUSE, 50));

  private final Map<String, Long> accepted = new ConcurrentHashMap<>();

  @Test
  void every_task_succeeds_exactly_once() throws Exception {
    try (FaultyCloud cloud = FaultyCloud.start(Path.of("target", "home-doorbells"));
        Works works = new Works()) {
      cloud.queue().turn(1, Odds.NONE, DOORBELLS);

      createAll(cloud, works);

      Audit audit = new Audit(cloud.rows(), subjects());
      new TwoSweeps(audit, cloud::sweep).apply();
      assertThat(cloud.queue().happened().get(Fault.DUPLICATE)).isGreaterThan(TASKS / 15);
      assertThat(cloud.queue().happened().get(Fault.REFUSE)).isGreaterThan(TASKS / 30);
      assertThat(audit.findings(accepted, works::done)).isEmpty();
      assertThat(cloud.rows().of("select status, count(*) from task_executions group by status"))
          .containsExactly("succeeded " + TASKS);
      assertThat(accepted.keySet()).hasSize(TASKS).allMatch(title -> works.done(title) == 1);
    }
  }

  private void createAll(FaultyCloud cloud, Works works) {
    List<Caller> users = subjects().stream().map(cloud::caller).toList();
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      IntStream.range(0, TASKS)
          .forEach(
              number ->
                  callers.execute(
                      () -> create(users.get(number % USERS), "doorbells/" + number, works)));
    }
  }

  private void create(Caller user, String title, Works works) {
    ObjectNode body =
        JsonNodeFactory.instance.objectNode().put("title", title).put("taskType", "api_call");
    body.putObject("executionConfig").put("url", works.uri(title).toString());
    HttpResponse<String> answer = user.post("/v1/tasks", body.toString());
    accepted.put(title, Caller.json(answer).path("id").asLong());
  }

  private static List<String> subjects() {
    return IntStream.range(0, USERS).mapToObj(user -> "doorbells-" + user).toList();
  }
}
