package io.agencytasks.local.faults;

import io.agencytasks.local.spine.Caller;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes task after task. What was not answered is sent again, with the same key, before anything
 * else. Used by one thread at a time.
 */
final class Person {
  private final String subject;
  private final long seed;
  private final Works works;
  private final Random random;
  private final Deque<Job> toSend = new ArrayDeque<>();
  private final Map<String, Long> accepted = new HashMap<>();
  private int drawn;

  Person(String subject, long seed, Works works) {
    this.subject = subject;
    this.seed = seed;
    this.works = works;
    this.random = new Random(seed);
  }

  String subject() {
    return subject;
  }

  Map<String, Long> accepted() {
    return accepted;
  }

  void workUntilCutOff(Caller caller) {
    try {
      Key.put(subject, caller);
      while (true) {
        if (toSend.isEmpty()) {
          toSend.add(Job.draw(drawn++, List.of(), List.of(subject), seed, works, random));
        }
        sendNext(caller);
      }
    } catch (UncheckedIOException cutOff) {
      // Whether what stands first was done, nobody knows: it will be sent again.
      return;
    }
  }

  void resend(Caller caller) {
    while (!toSend.isEmpty()) {
      sendNext(caller);
    }
  }

  /** It stands first until it is answered with yes. */
  private void sendNext(Caller caller) {
    Job job = toSend.element();
    HttpResponse<String> answer =
        caller.send(
            "POST", "/v1/tasks", job.body().toString(), Map.of("idempotency-key", job.path()));
    if (answer.statusCode() == 201) {
      accepted.put(job.path(), Caller.json(answer).path("id").asLong());
      toSend.remove();
    }
  }
}
