package io.agencytasks.functions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.OutcomeReader.Told.Faulty;
import io.agencytasks.domain.execution.OutcomeReader.Told.Sound;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeInputTest {
  private final OutcomeInput reader = new OutcomeInput();

  static Stream<Arguments> outcomes() {
    return Stream.of(
        Arguments.of("{'outcome':'done'}", new Outcome.Done(new Json("null"), "Done.")),
        Arguments.of(
            "{'outcome':'done','summary':'7','result':[1.10]}",
            new Outcome.Done(new Json("[1.10]"), "7")),
        Arguments.of(
            "{'outcome':'retry','message':'Busy.'}",
            new Outcome.Retry(new Failure("CUSTOM_RETRY", "Busy."), Optional.empty())),
        Arguments.of(
            "{'outcome':'retry','code':'BUSY','message':'Busy.','afterSeconds':60}",
            new Outcome.Retry(new Failure("BUSY", "Busy."), Optional.of(Duration.ofMinutes(1)))),
        Arguments.of(
            "{'outcome':'give_up','message':'No.'}",
            new Outcome.GiveUp(new Failure("CUSTOM_GAVE_UP", "No."))),
        Arguments.of(
            "{'outcome':'needs_input','prompt':'Which?'}",
            new Outcome.NeedsInput("Which?", Optional.empty())),
        Arguments.of(
            "{'outcome':'needs_input','prompt':'Which?','deadline':'2026-12-01T09:00:00+01:00'}",
            new Outcome.NeedsInput("Which?", Optional.of(Instant.parse("2026-12-01T08:00:00Z")))),
        Arguments.of(
            "{'outcome':'run_later','until':'2026-12-01T09:00:00Z','why':'Closed.'}",
            new Outcome.RunLater(Instant.parse("2026-12-01T09:00:00Z"), "Closed.")));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void an_outcome_is_read_as_it_is_meant(String told, Outcome meant) {
    assertThat(reader.read(json(told))).isEqualTo(new Sound(meant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|outcome",
        "{'outcome':'awaits'}|outcome",
        "{'outcome':'DONE'}|outcome",
        "{'outcome':'done','message':'x'}|message",
        "{'outcome':'done','summary':' '}|summary",
        "{'outcome':'retry'}|message",
        "{'outcome':'retry','message':'x','code':'busy'}|code",
        "{'outcome':'retry','message':'x','afterSeconds':86401}|afterSeconds",
        "{'outcome':'needs_input'}|prompt",
        "{'outcome':'run_later','until':'tomorrow'}|until",
        "{'progress':{'total':1,'completed':1}}|outcome progress",
        "[]|``",
        "7|``",
        "{'outcome':'done'} {}|``",
      })
  void what_is_none_is_told_by_field(String told, String fields) {
    assertThat(reader.read(json(told)))
        .asInstanceOf(type(Faulty.class))
        .extracting(it -> it.faults().stream().map(Fault::field).toList())
        .isEqualTo(Stream.of(fields.split(" ", -1)).toList());
  }

  @Test
  void a_result_of_16_kib_is_the_most() {
    String most = "x".repeat(Outcome.MAX_RESULT_BYTES - 2);

    assertThat(reader.read(json("{'outcome':'done','result':'%s'}".formatted(most))))
        .isInstanceOf(Sound.class);
    assertThat(reader.read(json("{'outcome':'done','result':'%sx'}".formatted(most))))
        .isInstanceOf(Faulty.class);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
