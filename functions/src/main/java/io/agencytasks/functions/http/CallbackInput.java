package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.integer;
import static io.agencytasks.functions.http.Decoders.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.execution.Callback;
import io.agencytasks.domain.execution.Progress;
import io.agencytasks.domain.task.Text;

/** The body of a callback: how far it is, or how it ended. */
final class CallbackInput {
  private static final String PROGRESS = "progress";
  private static final int MAX_STEPS = 10_000;

  private static final Decoder<Integer> STEPS = integer(0, MAX_STEPS);
  private static final Decoder<String> CURRENT =
      text(it -> Text.checkNotBlank(it, Progress.MAX_CURRENT));

  /** One line of a log. */
  private static final Decoder<String> MESSAGE =
      text(it -> Text.checkNotBlank(it, Callback.MAX_MESSAGE).replaceAll("[\\t\\r\\n]", " "));

  private CallbackInput() {}

  static Callback read(Fields in) {
    if (!in.has(PROGRESS)) {
      return new Callback.Ended(OutcomeInput.read(in));
    }
    var progress = in.required(PROGRESS, CallbackInput::progress);
    in.end();
    return progress.get();
  }

  private static Callback progress(JsonNode node) {
    Decoders.require(node instanceof ObjectNode, "must be an object");
    var in = new Fields((ObjectNode) node);
    var total = in.required("total", STEPS);
    var completed = in.required("completed", STEPS);
    in.refuseIf(
        total.isSound() && completed.isSound() && completed.get() > total.get(),
        "completed",
        "must not be more than total");
    var current = in.nullable("current", CURRENT);
    var message = in.nullable("message", MESSAGE);
    in.end();
    return new Callback.OnTheWay(total.get(), completed.get(), current.get(), message.get());
  }
}
