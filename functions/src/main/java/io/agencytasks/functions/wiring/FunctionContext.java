package io.agencytasks.functions.wiring;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;

/** The context that a function starts with on Lambda. */
public final class FunctionContext {
  private FunctionContext() {}

  /**
   * Builds only what the function asks for: with one zip for all, anything else would slow it, and
   * miss settings that the template gives to others. Micronaut's own builder for Lambda makes every
   * singleton at once, and cannot be told otherwise.
   */
  public static ApplicationContext lazy() {
    return ApplicationContext.builder(Environment.FUNCTION).deduceEnvironment(false).start();
  }
}
