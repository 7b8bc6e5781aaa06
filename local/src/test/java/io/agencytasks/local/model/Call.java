package io.agencytasks.local.model;

import java.util.List;
import java.util.Set;

/** Something that is done with the tasks of one owner, by a person or by the engine. */
interface Call {

  Seen make(TheApi api);

  /**
   * The worlds that this call may have made of that one.
   *
   * @return none where the answer does not fit
   */
  List<World> after(World before, Seen seen, Moment moment);

  /** The tasks that it names. */
  Set<Long> names();

  /** The tasks that it may keep another call from taking while it is made. */
  default Set<Long> holds(World world) {
    return world.around(names());
  }
}
