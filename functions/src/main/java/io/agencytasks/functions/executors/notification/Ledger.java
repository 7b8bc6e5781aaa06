package io.agencytasks.functions.executors.notification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.domain.execution.Progress;
import io.agencytasks.domain.notification.Delivery;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.executors.notification.Step.State;
import io.agencytasks.functions.json.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has been told what, over all attempts of a task. Recipients are known by what they are, not
 * by where they stand: the configuration may have been changed in between.
 */
final class Ledger {
  private final Map<String, Recipient> wanted = new LinkedHashMap<>();
  private final Map<String, Step> steps = new LinkedHashMap<>();

  /** Told once and no longer wanted: kept, since they may be wanted again. */
  private final Map<String, Step> former = new LinkedHashMap<>();

  /** Sent, and not yet noted so. */
  private final Set<String> unnoted = new HashSet<>();

  private Ledger(List<Recipient> recipients) {
    recipients.forEach(
        it -> {
          wanted.put(it.key(), it);
          steps.put(it.key(), Step.waiting(it));
        });
  }

  static Ledger of(List<Recipient> recipients, Optional<Progress> before) {
    var ledger = new Ledger(recipients);
    before
        .flatMap(progress -> Jsonb.parse(progress.results().text()))
        .ifPresent(
            noted -> noted.forEach(step -> Step.sentBefore(step).ifPresent(ledger::rememberSent)));
    return ledger;
  }

  private void rememberSent(Step step) {
    if (steps.replace(step.key(), step) == null) {
      former.put(step.key(), step);
    }
  }

  /** Who is still to be told. */
  List<Recipient> open() {
    return wanted.values().stream().filter(it -> !step(it).is(State.SENT)).toList();
  }

  void begin(Recipient recipient) {
    steps.put(recipient.key(), step(recipient).sending());
  }

  /** It was not begun after all. */
  void putOff(Recipient recipient) {
    steps.put(recipient.key(), Step.waiting(recipient));
  }

  void end(Recipient recipient, Delivery delivery) {
    var step = step(recipient).after(delivery);
    steps.put(recipient.key(), step);
    if (step.is(State.SENT)) {
      unnoted.add(step.key());
    }
  }

  /** All of it has been noted. */
  void noted() {
    unnoted.clear();
  }

  /** Whether some are sent that a later attempt would not know of. */
  boolean lags() {
    return !unnoted.isEmpty();
  }

  List<Step> steps() {
    return List.copyOf(steps.values());
  }

  int count(State state) {
    return (int) steps.values().stream().filter(step -> step.is(state)).count();
  }

  Recipient recipient(Step step) {
    return Optional.ofNullable(wanted.get(step.key())).orElseThrow();
  }

  Progress progress(@Nullable String current) {
    return new Progress(steps.size(), count(State.SENT), current, results());
  }

  /** Those of this task's configuration always fit; of the others, as many as do. */
  private Json results() {
    var all = JsonNodeFactory.instance.arrayNode();
    steps.values().forEach(step -> all.add(step.noted()));
    for (var step : former.values()) {
      all.add(step.noted());
      if (!fits(all)) {
        all.remove(all.size() - 1);
        break;
      }
    }
    return Jsonb.render(all);
  }

  private static boolean fits(ArrayNode all) {
    return Jsonb.render(all).text().getBytes(StandardCharsets.UTF_8).length
        <= Progress.MAX_RESULT_BYTES;
  }

  private Step step(Recipient recipient) {
    return Optional.ofNullable(steps.get(recipient.key())).orElseThrow();
  }
}
