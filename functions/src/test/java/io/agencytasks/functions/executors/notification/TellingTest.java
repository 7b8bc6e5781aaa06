package io.agencytasks.functions.executors.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.execution.BrowserSession;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Progress;
import io.agencytasks.domain.execution.RecordStores;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.execution.Steps;
import io.agencytasks.domain.notification.Delivery;
import io.agencytasks.domain.notification.EmailAddress;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.Unavailable;
import io.agencytasks.functions.executors.ArtifactsInMemory;
import io.agencytasks.functions.executors.StepsInMemory;
import io.agencytasks.functions.json.Jsonb;
import io.agencytasks.functions.outbound.HttpSender;
import io.agencytasks.functions.outbound.OutboundHttp;
import io.agencytasks.functions.outbound.OutboundSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;

/** Several recipients, over attempts that end in all kinds of ways. */
class TellingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Message MESSAGE =
      new Message("News", "Out.", Optional.empty(), new Json("{}"));

  private final List<String> told = new ArrayList<>();
  private final StepsInMemory steps = new StepsInMemory();

  @Test
  void each_is_noted_before_and_after_it_is_told() throws Exception {
    assertThat(tell(1, steps, "a", "b")).isInstanceOf(Outcome.Done.class);

    assertThat(steps.noted())
        .extracting(it -> outcomes(it) + " " + it.completed())
        .containsExactly("[sending, waiting] 0", "[sent, sending] 1", "[sent, sent] 2");
  }

  @Test
  void who_was_told_before_is_told_no_more_wherever_it_stands_now() throws Exception {
    tell(1, steps, "a", "b");
    told.clear();

    assertThat(tell(2, steps, "c", "b", "a")).isInstanceOf(Outcome.Done.class);

    assertThat(told).containsExactly("c");
  }

  @Test
  void who_is_wanted_again_after_a_while_was_told_all_the_same() throws Exception {
    tell(1, steps, "a", "b");
    tell(2, steps, "c");
    told.clear();

    tell(3, steps, "a", "b", "c");

    assertThat(told).isEmpty();
  }

  @Test
  void who_was_in_doubt_is_told_again_by_the_next_attempt() throws Exception {
    tell(1, steps, "a", "b");
    // As if it had died when it told the second.
    steps.noted().removeLast();
    told.clear();

    tell(2, steps, "a", "b");

    assertThat(told).containsExactly("b");
  }

  @Test
  void an_attempt_that_was_ended_meanwhile_tells_nobody_more() throws Exception {
    var outcome = tell(1, new Failing(steps, 1, false), "a", "b", "c");

    assertThat(told).containsExactly("a");
    assertThat(outcome).isInstanceOf(Outcome.GiveUp.class);
  }

  @Test
  void what_cannot_be_noted_is_not_told_and_what_was_told_is_then_in_doubt() throws Exception {
    assertThat(tell(1, new Failing(steps, 0, true), "a", "b"))
        .matches(it -> it instanceof Outcome.Retry retry && !retry.uncertain());
    assertThat(told).isEmpty();

    assertThat(tell(1, new Failing(steps, 1, true), "a", "b"))
        .matches(it -> it instanceof Outcome.Retry retry && retry.uncertain());
    assertThat(told).containsExactly("a");
  }

  @Test
  void all_are_told_even_if_the_last_note_is_lost() throws Exception {
    assertThat(tell(1, new Failing(steps, 2, true), "a", "b")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void without_knowing_who_was_told_nobody_is() throws Exception {
    assertThat(tell(2, new Failing(steps, -1, true), "a")).isInstanceOf(Outcome.Retry.class);
    assertThat(told).isEmpty();
  }

  @Test
  void in_doubt_comes_before_later_and_later_before_never() throws Exception {
    assertThat(tell(1, new StepsInMemory(), "never", "later", "a"))
        .isInstanceOf(Outcome.Retry.class);
    assertThat(tell(1, new StepsInMemory(), "never", "later", "doubt").toString())
        .contains("uncertain=true");
    assertThat(tell(1, new StepsInMemory(), "never", "a").toString())
        .startsWith("GiveUp[why=Failure[code=NEVER, message=Told 1 of 2. n***@x.example: never]]");
  }

  @Test
  void twenty_of_the_longest_fit_into_a_row() throws Exception {
    var longest =
        IntStream.range(0, 20)
            .mapToObj(
                n ->
                    "%02d".formatted(n)
                        + "l".repeat(62)
                        + "@"
                        + ("d".repeat(60) + ".").repeat(3)
                        + "ex")
            .toArray(String[]::new);

    tell(1, steps, longest);
    tell(2, steps, Stream.of(longest).map(it -> it.replace("ll@", "xx@")).toArray(String[]::new));

    assertThat(told).hasSize(40);
    assertThat(steps.noted())
        .allSatisfy(
            it ->
                assertThat(it.results().text().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(Progress.MAX_RESULT_BYTES));
  }

  private Outcome tell(int attempt, Steps noting, String... names) throws InterruptedException {
    var recipients =
        Stream.of(names)
            .map(name -> name.contains("@") ? name : name + "@x.example")
            .<Recipient>map(address -> new Recipient.ByMail(new EmailAddress(address)))
            .toList();
    var execution = attempt(attempt);
    var records = new Records(execution, new RecordStores(new ArtifactsInMemory(), noting), CLOCK);
    return new Telling(this::senders, CLOCK).tell(recipients, MESSAGE, execution, records);
  }

  private Senders senders() {
    return new Senders(
        mail -> {
          var name = mail.to().value().replace("@x.example", "");
          return deliver(name);
        },
        _ -> {
          throw new AssertionError("nobody here has a telephone");
        },
        new Webhooks(
            new HttpSender(OutboundHttp.client(new OutboundSettings(false), Dns.SYSTEM), CLOCK),
            () -> {
              throw new AssertionError("nobody here has a webhook");
            },
            CLOCK));
  }

  private Delivery deliver(String name) {
    var why = new Failure(name.toUpperCase(Locale.ROOT), name);
    return switch (name) {
      case "never" -> new Delivery.Refused(why);
      case "later" -> new Delivery.NotNow(why, Optional.empty());
      case "doubt" -> new Delivery.Uncertain(why);
      default -> {
        told.add(name);
        yield new Delivery.Accepted("0107019aaaaaaaaa-00000000-0000-0000-0000-000000000000-000000");
      }
    };
  }

  private static List<String> outcomes(Progress progress) {
    return Jsonb.parse(progress.results().text())
        .orElseThrow()
        .valueStream()
        .map(step -> step.path("outcome").asText())
        .toList();
  }

  private static ClaimedExecution attempt(int number) {
    return new ClaimedExecution(
        new ExecutionToken(UUID.fromString("f3b8a0f6-6d3c-4f0e-8a41-0a9f3a1b2c3d")),
        new TaskId(1),
        UUID.fromString("7d3e0d0c-52c9-4b1e-9d55-0f4f7c1f4a01"),
        1,
        number,
        TaskType.NOTIFICATION,
        "Tell",
        new Json("{}"),
        null,
        Duration.ZERO);
  }

  /**
   * Notes so many times, and then no more.
   *
   * @param times fewer than none: it cannot even be read
   * @param outage whether nobody knows, or the attempt is known to be over
   */
  private record Failing(StepsInMemory steps, int times, boolean outage, List<Progress> taken)
      implements Steps {
    Failing(StepsInMemory steps, int times, boolean outage) {
      this(steps, times, outage, new ArrayList<>());
    }

    @Override
    public boolean note(ClaimedExecution execution, Progress progress) {
      taken.add(progress);
      if (taken.size() <= times) {
        return steps.note(execution, progress);
      }
      if (outage) {
        throw unavailable();
      }
      return false;
    }

    @Override
    public void note(ClaimedExecution execution, BrowserSession session) {
      steps.note(execution, session);
    }

    @Override
    public Optional<Progress> before(ClaimedExecution execution) {
      if (times < 0) {
        throw unavailable();
      }
      return steps.before(execution);
    }

    private static Unavailable unavailable() {
      return new Unavailable(
          "The database is out of reach.", Duration.ofSeconds(2), new IllegalStateException());
    }
  }
}
