package io.agencytasks.local.faults;

import static org.awaitility.Awaitility.await;

import io.agencytasks.local.ALaptop;
import io.agencytasks.local.spine.Caller;
import io.agencytasks.local.spine.Laptops;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** People who make tasks without a pause, on one laptop after the other. */
final class Load {
  private static final int PEOPLE = 4;

  private final Works works;
  private final List<Person> people;

  Load(long seed, Works works) {
    this.works = works;
    people =
        IntStream.range(0, PEOPLE)
            .mapToObj(number -> new Person("killed-" + number, seed + number, works))
            .toList();
  }

  List<String> subjects() {
    return people.stream().map(Person::subject).toList();
  }

  /** The tasks that were answered with 201, by their titles. */
  Map<String, Long> accepted() {
    Map<String, Long> accepted = new HashMap<>();
    people.forEach(person -> accepted.putAll(person.accepted()));
    return accepted;
  }

  /**
   * Keeps a laptop busy, and kills it in the middle of its work.
   *
   * @param pieces of work that it does before
   * @param longer how much longer it lives then
   */
  void until(int pieces, Duration longer, ALaptop laptop) throws IOException, InterruptedException {
    int enough = works.done() + pieces;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Person person : people) {
        Caller caller = Laptops.caller(laptop, person.subject());
        threads.execute(() -> person.workUntilCutOff(caller));
      }
      try {
        await().atMost(Duration.ofMinutes(1)).until(() -> works.done() >= enough);
        Thread.sleep(longer);
      } finally {
        Laptops.kill(laptop);
      }
    }
  }

  /** Whatever was not answered is sent once more. */
  void resend(ALaptop laptop) throws IOException {
    for (Person person : people) {
      person.resend(Laptops.caller(laptop, person.subject()));
    }
  }
}
