package io.agencytasks.local.faults;

/** What may happen to a call on its way. */
enum Fault {
  /** It goes through. */
  NONE,
  /** It never arrives: the caller is cut off, or told that the service is not there. */
  FAIL_BEFORE,
  /** It never arrives, and the caller is told that there is no use in trying again. */
  REFUSE,
  /** It takes effect, but the caller hears nothing, or that the service is not there. */
  LOSE_ANSWER,
  /** It arrives twice, one after the other. */
  DUPLICATE,
  /** It waits until another one has overtaken it, if any does. */
  REORDER,
  /** It arrives a little later. */
  DELAY,
  /** It arrives when the lease of whoever sent it has run out. */
  OUTLIVE_LEASE,
  /**
   * It goes through, and whoever sent it dies then: nothing that it says about what was answered,
   * nor about whatever it names together with that, arrives any more.
   */
  KILL
}
