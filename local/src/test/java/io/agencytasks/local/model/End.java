package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.COMPLETED;
import static io.agencytasks.domain.task.TaskStatus.DEFERRED;
import static io.agencytasks.domain.task.TaskStatus.FAILED;
import static io.agencytasks.domain.task.TaskStatus.PENDING;
import static io.agencytasks.domain.task.TaskStatus.WAITING_INPUT;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How an attempt ends, and what becomes of its task. */
enum End {
  DONE {
    @Override
    Outcome outcome(Instant now) {
      return new Outcome.Done(new Json("{\"ok\":1}"), "Done");
    }

    @Override
    void change(ModelTask task, Instant now, TriggeredBy again) {
      task.moveTo(COMPLETED);
    }
  },

  RETRY {
    @Override
    Outcome outcome(Instant now) {
      return new Outcome.Retry(BUSY, Optional.of(PAUSE));
    }

    @Override
    void change(ModelTask task, Instant now, TriggeredBy again) {
      fail(task, again);
      pause(task, now);
    }
  },

  GIVE_UP {
    @Override
    Outcome outcome(Instant now) {
      return new Outcome.GiveUp(BUSY);
    }

    @Override
    void change(ModelTask task, Instant now, TriggeredBy again) {
      task.errors++;
      task.moveTo(FAILED);
    }
  },

  NEEDS_INPUT {
    @Override
    Outcome outcome(Instant now) {
      return new Outcome.NeedsInput("Which one?", Optional.empty());
    }

    @Override
    void change(ModelTask task, Instant now, TriggeredBy again) {
      task.asksVerdict = false;
      task.moveTo(WAITING_INPUT);
    }
  },

  NEEDS_INPUT_THAT_IS_OVERDUE {
    @Override
    Outcome outcome(Instant now) {
      return new Outcome.NeedsInput("Which one?", Optional.of(now.minus(PAUSE)));
    }

    @Override
    void change(ModelTask task, Instant now, TriggeredBy again) {
      NEEDS_INPUT.change(task, now, again);
      task.inputOverdue = true;
    }
  },

  RUN_LATER {
    @Override
    Outcome outcome(Instant now) {
      return new Outcome.RunLater(now.plus(PAUSE), "Later");
    }

    @Override
    void change(ModelTask task, Instant now, TriggeredBy again) {
      task.moveTo(DEFERRED);
      task.notBefore = now.plus(PAUSE);
    }
  },

  RUN_LATER_THAT_IS_PAST {
    @Override
    Outcome outcome(Instant now) {
      return new Outcome.RunLater(now.minus(PAUSE), "Later");
    }

    @Override
    void change(ModelTask task, Instant now, TriggeredBy again) {
      task.moveTo(DEFERRED);
      task.notBefore = now.minus(PAUSE);
    }
  },

  /** Not its end: it goes on elsewhere. */
  AWAITS {
    @Override
    Outcome outcome(Instant now) {
      return new Outcome.Awaits(now.plus(PAUSE));
    }

    @Override
    void change(ModelTask task, Instant now, TriggeredBy again) {
      task.awaits = true;
      task.leaseOver = false;
    }
  },

  TIMED_OUT {
    @Override
    Outcome outcome(Instant now) {
      return RETRY.outcome(now);
    }

    @Override
    void change(ModelTask task, Instant now, TriggeredBy again) {
      uncertain(task);
      pause(task, now);
    }
  };

  /**
   * How long a retry is put off, so that chance does not decide when it is ready; nothing that a
   * head start can make up for to the second.
   */
  private static final Duration PAUSE = Duration.ofMinutes(67);

  private static final Failure BUSY = new Failure("HTTP_503", "It is busy.");

  /** What is said of it at that time. */
  abstract Outcome outcome(Instant now);

  /**
   * Changes the task that it is said of.
   *
   * @param again what triggers the next attempt where one is made
   */
  abstract void change(ModelTask task, Instant now, TriggeredBy again);

  /** It may have acted: a person is asked, unless acting twice does no harm. */
  static void uncertain(ModelTask task) {
    if (task.type == TaskType.API_CALL) {
      fail(task, TriggeredBy.RETRY);
    } else {
      task.errors++;
      task.asksVerdict = true;
      task.moveTo(WAITING_INPUT);
    }
  }

  private static void fail(ModelTask task, TriggeredBy again) {
    boolean last = task.errors >= task.maxRetries;
    task.errors++;
    task.moveTo(last ? FAILED : PENDING);
    task.triggeredBy = last ? task.triggeredBy : again;
  }

  private static void pause(ModelTask task, Instant now) {
    task.notBefore = task.status == PENDING ? now.plus(PAUSE) : task.notBefore;
  }
}
