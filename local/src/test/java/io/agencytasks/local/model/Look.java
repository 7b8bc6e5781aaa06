package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Set;

/** A look at one task or at all, which changes nothing. */
interface Look extends Call {

  boolean fits(World world, Seen seen, Moment moment);

  @Override
  default List<World> after(World before, Seen seen, Moment moment) {
    return fits(before, seen, moment) ? List.of(before) : List.of();
  }

  @Override
  default Set<Long> names() {
    return Set.of();
  }

  /** FR-011. */
  record AtTask(long id) implements Look {
    @Override
    public Seen make(TheApi api) {
      return api.call("GET /v1/tasks/{id}", id, NullNode.getInstance(), null);
    }

    @Override
    public boolean fits(World world, Seen seen, Moment moment) {
      var task = world.task(id);
      return task == null
          ? moment.fits("unknown task", 404, seen.status())
          : moment.fits("get", 200, seen.status()) && Shown.fits(task, seen.body(), moment);
    }
  }

  /** FR-003. */
  record AtAll() implements Look {
    @Override
    public Seen make(TheApi api) {
      return api.call("GET /v1/tasks", "limit=100", NullNode.getInstance());
    }

    @Override
    public boolean fits(World world, Seen seen, Moment moment) {
      var tasks = seen.body().path("tasks");
      return moment.fits("all", world.tasks().size(), tasks.size())
          && Shown.fit(world, tasks, moment);
    }
  }

  /** FR-010. */
  record AtStats() implements Look {
    @Override
    public Seen make(TheApi api) {
      return api.call("GET /v1/tasks/stats", "", NullNode.getInstance());
    }

    @Override
    public boolean fits(World world, Seen seen, Moment moment) {
      return moment.fits("stats", Recount.of(world, moment.now()), Recount.read(seen.body()));
    }
  }

  /** Why a task does not run, or that it may. */
  record AtReadiness(long id) implements Look {
    @Override
    public Seen make(TheApi api) {
      return api.call("GET /v1/tasks/{id}/readiness", id, NullNode.getInstance(), null);
    }

    @Override
    public boolean fits(World world, Seen seen, Moment moment) {
      var task = world.task(id);
      return task == null
          ? moment.fits("unknown task", 404, seen.status())
          : moment.fits(
              "readiness of " + id,
              Readiness.of(world, task, moment.now()),
              Readiness.read(seen.body()));
    }
  }
}
