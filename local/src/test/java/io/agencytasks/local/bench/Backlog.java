package io.agencytasks.local.bench;

import java.time.Duration;

/** Many small jobs that are all there before the first of them is run. */
interface Backlog {

  /** What runs them. */
  String runner();

  /** From the moment that the runner may begin until the last of so many jobs is done. */
  Duration drain(int jobs) throws Exception;
}
