package io.agencytasks.local.bench;

import java.util.Optional;

/** What is measured, done once. */
@FunctionalInterface
interface Work {

  /** Does it; tells in a word or two what went wrong, if something did. */
  Optional<String> once() throws Exception;

  /** The same, with exceptions told as failures too. */
  default Optional<String> attempt() {
    try {
      return once();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    } catch (Exception e) {
      return Optional.of(e.getClass().getSimpleName());
    }
  }
}
