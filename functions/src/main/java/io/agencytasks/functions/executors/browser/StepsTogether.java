package io.agencytasks.functions.executors.browser;

import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.browser.Step.Content.OfDownload;
import io.agencytasks.functions.executors.browser.Step.Filling.OfInput;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for steps that are about others: what must come before, and what but once. */
final class StepsTogether {
  /**
   * Files; the rest of what an attempt may leave is for a failure, the result and the recording.
   */
  private static final int MAX_FILES = 14;

  private final ConfigFields fields;
  private final Set<String> values = new HashSet<>();
  private final Set<String> downloads = new HashSet<>();
  private final Set<String> files = new HashSet<>(OwnFiles.NAMES);
  private int pauses;

  private StepsTogether(ConfigFields fields) {
    this.fields = fields;
  }

  static void check(List<Optional<Step>> steps, ConfigFields fields) {
    var rules = new StepsTogether(fields);
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i).orElse(null);
      var at = "steps[%d]".formatted(i);
      if (step != null) {
        if (i == 0 && !(step instanceof Step.Goto)) {
          fields.fault(at + ".do", "must be goto: the first step opens a page");
        }
        rules.check(step, at, i);
      }
    }
    if (rules.files.size() > MAX_FILES + OwnFiles.NAMES.size()) {
      fields.fault("steps", "must have at most %d screenshots and downloads".formatted(MAX_FILES));
    }
  }

  private void check(Step step, String at, int index) {
    switch (step) {
      case Step.Extract extract -> once(values, extract.name(), at);
      case Step.Screenshot shot -> once(files, OwnFiles.of(shot, index), at);
      case Step.Download download -> {
        once(files, download.name(), at);
        downloads.add(download.name());
      }
      case Step.Upload(var _, var _, OfDownload(var name)) -> {
        if (!downloads.contains(name)) {
          fields.fault(at + ".download", "must be the name of an earlier download step");
        }
      }
      case Step.Fill(var _, OfInput _) -> {
        if (pauses == 0) {
          fields.fault(at + ".input", "needs a pause step before it, which asks for the input");
        }
      }
      case Step.Pause _ -> {
        pauses++;
        if (pauses > 1) {
          fields.fault(at + ".do", "must be another step: a task pauses once at the most");
        }
      }
      case Step.Goto _,
          Step.Click _,
          Step.Fill _,
          Step.Select _,
          Step.Check _,
          Step.Press _,
          Step.Upload _,
          Step.WaitFor _,
          Step.AssertText _ -> {}
    }
  }

  private void once(Set<String> names, String name, String at) {
    if (!names.add(name)) {
      fields.fault(at + ".name", "must be another name: it is taken");
    }
  }
}
