package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Time passes for one task, by the hand of the superuser: never beside another call. */
sealed interface Passing extends Call {

  long id();

  @Override
  default Set<Long> names() {
    return Set.of(id());
  }

  /** What it waits for is over. */
  record TimeComes(long id, Instant time) implements Passing {
    @Override
    public Seen make(TheApi api) {
      api.superuser()
          .tell(
              """
              update agency_tasks
              set scheduled_for = case when scheduled_for > now() then cast(? as timestamptz) else scheduled_for end,
                  not_before = case
                    when not_before > now() and isfinite(not_before) then cast(? as timestamptz)
                    else not_before
                  end
              where id = ?
              """,
              time.toString(),
              time.toString(),
              id);
      return new Seen(200, NullNode.getInstance());
    }

    @Override
    public List<World> after(World before, Seen seen, Moment moment) {
      var after = before.copy();
      var task = Objects.requireNonNull(after.task(id));
      if (task.hasTimeAhead(moment.now())) {
        task.scheduledFor = time;
      }
      if (task.notBefore.isAfter(moment.now()) && !task.notBefore.equals(ModelTask.NEVER)) {
        task.notBefore = time;
      }
      return List.of(after);
    }
  }

  /** Its worker was not heard of any more, or whoever should have called back. */
  record LeaseRunsOut(long id) implements Passing {
    @Override
    public Seen make(TheApi api) {
      api.superuser()
          .tell(
              """
              update task_executions
              set lease_until = now() - interval '1 second',
                  callback_until = case
                    when awaits_callback and callback_until is not null
                      then now() - interval '1 second'
                    else callback_until
                  end
              where task_id = ?
                and status = 'started'
              """,
              id);
      return new Seen(200, NullNode.getInstance());
    }

    @Override
    public List<World> after(World before, Seen seen, Moment moment) {
      var after = before.copy();
      Objects.requireNonNull(after.task(id)).leaseOver = true;
      return List.of(after);
    }
  }
}
