package io.agencytasks.domain.inbound;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.NewTask;
import java.util.List;

/** What a message would come to. */
public sealed interface Trial {

  /** A task like this. */
  record Made(NewTask task) implements Trial {}

  /** No task, since there could be none like that: every reason, by field. */
  record Refused(List<Fault> faults) implements Trial {}

  /** No task, since the rules make none of it. */
  record Kept(MessageOutcome outcome, String why) implements Trial {}
}
