package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.TIME;
import static io.agencytasks.functions.http.Decoders.integer;
import static io.agencytasks.functions.http.Decoders.oneOf;
import static io.agencytasks.functions.http.Decoders.text;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.OutcomeReader;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Text;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** An outcome as others write it: the body of a callback, or what an endpoint answers. */
@Singleton
final class OutcomeInput implements OutcomeReader {
  private static final int MAX_AFTER_SECONDS = 24 * 60 * 60;

  private static final Decoder<Json> RESULT = Decoders.json(Outcome.MAX_RESULT_BYTES);
  private static final Decoder<String> SUMMARY = text(it -> Text.checkNotBlank(it, 1_000));
  private static final Decoder<String> SENTENCE = text(it -> Text.checkNotBlank(it, 2_000));
  private static final Decoder<String> CODE = text(OutcomeInput::code);

  /** What can come of an execution, by the name of it. */
  enum Kind {
    DONE,
    RETRY,
    GIVE_UP,
    NEEDS_INPUT,
    RUN_LATER;

    /** The name on the wire. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Told read(String json) {
    try {
      return new Told.Sound(read(new Fields(Body.object(json))));
    } catch (InvalidInput invalid) {
      return new Told.Faulty(invalid.faults());
    }
  }

  /**
   * Reads all there is.
   *
   * @throws InvalidInput with every fault
   */
  static Outcome read(Fields in) {
    var kind = in.required("outcome", oneOf(Kind.class));
    Field<? extends Outcome> outcome = kind.isSound() ? outcome(kind.get(), in) : done(in);
    in.end();
    return outcome.get();
  }

  private static Field<? extends Outcome> outcome(Kind kind, Fields in) {
    return switch (kind) {
      case DONE -> done(in);
      case RETRY -> {
        var why = failure("CUSTOM_RETRY", in);
        var after = in.nullable("afterSeconds", integer(0, MAX_AFTER_SECONDS));
        yield () ->
            new Outcome.Retry(why.get(), Optional.ofNullable(after.get()).map(Duration::ofSeconds));
      }
      case GIVE_UP -> {
        var why = failure("CUSTOM_GAVE_UP", in);
        yield () -> new Outcome.GiveUp(why.get());
      }
      case NEEDS_INPUT -> {
        var prompt = in.required("prompt", SENTENCE);
        var deadline = in.nullable("deadline", TIME);
        yield () -> new Outcome.NeedsInput(prompt.get(), Optional.ofNullable(deadline.get()));
      }
      case RUN_LATER -> {
        var until = in.required("until", TIME);
        var why = in.optional("why", SENTENCE, "Its executor asked to run it later.");
        yield () -> new Outcome.RunLater(until.get(), why.get());
      }
    };
  }

  private static Field<Outcome.Done> done(Fields in) {
    var summary = in.optional("summary", SUMMARY, "Done.");
    var result = in.optional("result", RESULT, new Json("null"));
    return () -> new Outcome.Done(result.get(), summary.get());
  }

  private static Field<Failure> failure(String code, Fields in) {
    var given = in.optional("code", CODE, code);
    var message = in.required("message", SENTENCE);
    return () -> new Failure(given.get(), message.get());
  }

  private static String code(String given) {
    Decoders.require(
        given.matches("[A-Z][A-Z0-9_]{0,99}"),
        "must be 1 to 100 capitals, digits and underscores, a capital first");
    return given;
  }
}
