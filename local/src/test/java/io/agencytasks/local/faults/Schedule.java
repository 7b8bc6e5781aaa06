package io.agencytasks.local.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.spine.Caller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What some users ask of the API, drawn by a seed: ten to twenty tasks, and what they want done
 * with them. Whoever is told that the service is not there asks again, with the same key.
 */
final class Schedule {
  private static final int TRIES = 10;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final long seed;
  private final Random random;
  private final List<String> subjects;
  private final List<Caller> users;
  private final List<Job> jobs = new ArrayList<>();
  private final Map<Integer, Long> accepted = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  /** Draws the jobs; nobody is asked for anything yet. */
  Schedule(long seed, Works works, Function<String, Caller> callers) {
    this.seed = seed;
    this.random = new Random(seed);
    this.subjects =
        IntStream.rangeClosed(0, 1 + random.nextInt(2)).mapToObj(this::subject).toList();
    this.users = subjects.stream().map(callers).toList();
    int size = 10 + random.nextInt(11);
    for (int number = 0; number < size; number++) {
      jobs.add(Job.draw(number, jobs, subjects, seed, works, random));
    }
  }

  private String subject(int user) {
    return "faults-%d-%d".formatted(seed, user);
  }

  List<String> subjects() {
    return subjects;
  }

  /** The tasks that were answered with 201, by their titles. */
  Map<String, Long> accepted() {
    Map<String, Long> byTitle = new HashMap<>();
    accepted.forEach((number, id) -> byTitle.put(jobs.get(number).path(), id));
    return byTitle;
  }

  /** What was answered that should never be: that there is a bug. */
  List<String> broken() {
    return List.copyOf(broken);
  }

  /** Asks for everything, one thing after the other, and returns itself. */
  Schedule run() throws InterruptedException {
    for (int number = 0; number < jobs.size(); number++) {
      create(number);
      ask();
    }
    for (int more = 0; more < jobs.size(); more++) {
      ask();
    }
    return this;
  }

  private void create(int number) throws InterruptedException {
    Job job = jobs.get(number);
    ObjectNode body = job.body().deepCopy();
    job.after().stream()
        .filter(accepted::containsKey)
        .forEach(before -> body.withArray("dependsOn").add(accepted.get(before)));
    HttpResponse<String> answer =
        insist(job, "POST", "/v1/tasks", body.toString(), Map.of("idempotency-key", job.path()));
    if (answer.statusCode() == 201) {
      accepted.put(number, Caller.json(answer).path("id").asLong());
    }
  }

  /** What is drawn does not depend on what was answered so far. */
  private void ask() throws InterruptedException {
    int number = random.nextInt(jobs.size());
    Ask ask = Ask.draw(random);
    Long id = accepted.get(number);
    if (id != null) {
      insist(jobs.get(number), ask.method(), "/v1/tasks/" + id + ask.path(), ask.body(), Map.of());
    }
  }

  private HttpResponse<String> insist(
      Job job, String method, String path, String body, Map<String, String> headers)
      throws InterruptedException {
    Caller caller = users.get(job.user());
    HttpResponse<String> answer = caller.send(method, path, body, headers);
    for (int tries = 1; tries < TRIES && asksForPatience(answer); tries++) {
      Thread.sleep(PAUSE.multipliedBy(tries));
      answer = caller.send(method, path, body, headers);
    }
    if (answer.statusCode() == 500) {
      broken.add(method + " " + path + " " + answer.body());
    }
    return answer;
  }

  private static boolean asksForPatience(HttpResponse<String> answer) {
    return answer.headers().firstValue("retry-after").isPresent();
  }
}
