package io.agencytasks.domain.execution;

/** Too many attempts of this worker do not stop, so it takes no more and wants to be replaced. */
public final class WornOut extends RuntimeException {
  private static final long serialVersionUID = 1;

  WornOut(int abandoned) {
    super(abandoned + " attempts run on though they were told to stop");
  }
}
