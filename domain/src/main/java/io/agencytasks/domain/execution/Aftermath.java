package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import java.util.List;

/**
 * What is rung once outcomes are written: for what may run because of them, and for who is told.
 */
record Aftermath(Doorbell doorbell, EventBell events) {

  void of(List<Settled> settled) {
    doorbell.ringAt(settled.stream().flatMap(Settled::due).toList());
    doorbell.ring(settled.stream().flatMap(task -> task.unblocks().stream()).distinct().toList());
    if (settled.stream().anyMatch(Settled::announces)) {
      events.ring();
    }
  }
}
