package io.agencytasks.local.sqs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many batches of one mapping may run at once: five at first, and while that is not enough five
 * more each second, up to the mapping's maximum, as Lambda does. Taken by one thread only.
 */
final class Slots {
  private static final int AT_FIRST = 5;
  private static final Duration BEFORE_ANOTHER = Duration.ofMillis(200);

  private final int maximum;
  private final Semaphore free;
  private int open;

  Slots(int maximum) {
    this.maximum = maximum;
    this.open = Math.min(AT_FIRST, maximum);
    this.free = new Semaphore(open);
  }

  void take() throws InterruptedException {
    if (free.tryAcquire(BEFORE_ANOTHER.toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
    if (open < maximum) {
      open++;
    } else {
      free.acquire();
    }
  }

  void giveBack() {
    free.release();
  }
}
