package io.agencytasks.domain.execution;

import java.util.HashSet;
import java.util.Set;

/** The threads of attempts that were told to stop and whose end nobody awaits. */
final class Abandoned {
  private final Set<Thread> threads = new HashSet<>();

  synchronized void add(Thread thread) {
    threads.add(thread);
  }

  /** How many have not stopped yet. */
  synchronized int count() {
    threads.removeIf(thread -> !thread.isAlive());
    return threads.size();
  }
}
