package io.agencytasks.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.functions.executors.browser.BrowserConfig;
import io.agencytasks.functions.executors.browser.Step;
import io.agencytasks.functions.json.Mappers;

/** What a person has said to the pause of a task. */
sealed interface Answer {

  record Text(String text) implements Answer {}

  /** Nobody was asked, or what was said has been used up by an attempt before this one. */
  record None() implements Answer {}

  /** It is nothing that could be filled in. */
  record Unusable() implements Answer {}

  static Answer of(BrowserConfig config, ClaimedExecution execution, Records records) {
    var input = execution.input();
    boolean pauses = config.steps().stream().anyMatch(Step.Pause.class::isInstance);
    if (!pauses || input == null || !Diary.askedBefore(records)) {
      return new None();
    }
    try {
      var value = Mappers.forRows().readTree(input.text());
      return value.isTextual() || value.isNumber() ? new Text(value.asText()) : new Unusable();
    } catch (JsonProcessingException malformed) {
      return new Unusable();
    }
  }
}
