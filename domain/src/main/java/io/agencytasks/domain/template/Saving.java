package io.agencytasks.domain.template;

import io.agencytasks.domain.task.Fault;
import java.util.List;

/** How a wish to keep a template ended. */
public sealed interface Saving {

  record Saved(Template template) implements Saving {}

  /** With its schedule, no task can be made from it: every reason, by field. */
  record Refused(List<Fault> faults) implements Saving {}

  /** Another template of the same user is called so already. */
  record NameTaken() implements Saving {}

  record NotFound() implements Saving {}

  /** It is another version than the one that the change was meant for. */
  record Stale(int version) implements Saving {}
}
