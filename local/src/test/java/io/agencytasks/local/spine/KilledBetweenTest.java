package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agencytasks.local.ALaptop;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while requests with keys are under way: nobody knows which were done. */
@Tag("NFR-013")
@Tag("NFR-015")
class KilledBetweenTest {
  private static final int REQUESTS = 300;
  private static final int ANSWERED = 60;

  @TempDir private Path home;

  @Test
  void whoever_sends_all_of_them_again_has_each_task_once() throws Exception {
    try (var laptop = ALaptop.startedIn(home, 0).ready()) {
      sendUntilKilled(laptop);
    }

    try (var laptop = ALaptop.startedIn(home, 0).ready()) {
      Caller caller = Laptops.caller(laptop, "alice");
      long before = Long.parseLong(tasks(laptop));
      assertThat(before).isBetween((long) ANSWERED, (long) REQUESTS);

      List<HttpResponse<String>> answers =
          IntStream.range(0, REQUESTS).mapToObj(n -> create(caller, n)).toList();

      assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
      assertThat(answers)
          .filteredOn(answer -> answer.headers().firstValue("idempotency-replayed").isPresent())
          .hasSize((int) before);
      assertThat(tasks(laptop)).isEqualTo(Integer.toString(REQUESTS));
      assertThat(Laptops.rows(laptop).of("select count(distinct title) from agency_tasks"))
          .containsExactly(Integer.toString(REQUESTS));
    }
  }

  private static void sendUntilKilled(ALaptop laptop) throws Exception {
    Caller caller = Laptops.caller(laptop, "alice");
    var answered = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int n = 0; n < REQUESTS; n++) {
        int number = n;
        threads.execute(() -> sendOnce(caller, number, answered));
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> answered.get() >= ANSWERED);
      Laptops.kill(laptop);
    }
  }

  private static void sendOnce(Caller caller, int number, AtomicInteger answered) {
    try {
      create(caller, number);
      answered.incrementAndGet();
    } catch (UncheckedIOException cutOff) {
      assertThat(answered.get()).isPositive();
    }
  }

  private static HttpResponse<String> create(Caller caller, int number) {
    return caller.send(
        "POST",
        "/v1/tasks",
        ATask.idle().with("title", "Task " + number).json(),
        Map.of("idempotency-key", "key-" + number));
  }

  private static String tasks(ALaptop laptop) throws Exception {
    return Laptops.rows(laptop).of("select count(*) from agency_tasks").getFirst();
  }
}
