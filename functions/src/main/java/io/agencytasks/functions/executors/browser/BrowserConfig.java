package io.agencytasks.functions.executors.browser;

import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.Decoded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a browser_automation does.
 *
 * @param steps 1 to 50, of which the first opens a page
 * @param timeout for all steps together: 30 to 600 s
 * @param stepTimeout for each of them: 1 to 60 s
 * @param recording whether a picture is taken after each step
 * @param onUncertain what to do when nobody knows whether the steps were taken
 */
public record BrowserConfig(
    List<Step> steps,
    Viewport viewport,
    Duration timeout,
    Duration stepTimeout,
    boolean recording,
    BrowserProvider provider,
    OnUncertain onUncertain) {
  private static final int MAX_STEPS = 50;

  static Decoded<BrowserConfig> decode(Json json) {
    var fields = ConfigFields.of(json);
    fields.require("steps");
    List<Optional<Step>> read =
        fields.objects("steps", 1, MAX_STEPS).stream().map(StepFields::read).toList();
    StepsTogether.check(read, fields);
    var viewport = Viewport.read(fields);
    int seconds = fields.integer("timeoutSeconds", 30, 600).orElse(300);
    int stepSeconds = fields.integer("stepTimeoutSeconds", 1, 60).orElse(15);
    boolean recording = fields.flag("recording").orElse(false);
    var provider = BrowserProvider.read(fields);
    var onUncertain = fields.choice("onUncertain", OnUncertain.class);
    var faults = fields.faults();
    if (!faults.isEmpty()) {
      return new Decoded.Invalid<>(faults);
    }
    List<Step> steps = new ArrayList<>();
    read.forEach(step -> steps.add(step.orElseThrow()));
    return new Decoded.Valid<>(
        new BrowserConfig(
            List.copyOf(steps),
            viewport,
            Duration.ofSeconds(seconds),
            Duration.ofSeconds(stepSeconds),
            recording,
            provider.orElseThrow(),
            onUncertain.orElseGet(() -> presumed(steps))));
  }

  /** To look twice does no harm. */
  private static OnUncertain presumed(List<Step> steps) {
    return steps.stream().anyMatch(step -> step.kind().acts())
        ? OnUncertain.ASK
        : OnUncertain.RETRY;
  }
}
