package io.agencytasks.functions.wiring;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;

/** The context that a function starts with on Lambda. */
public final class FunctionContext {
  private FunctionContext() {}

  /** Builds only what the function asks for: with one zip for all, anything else would slow it. */
  public static ApplicationContext lazy() {
    return new LambdaApplicationContextBuilder()
        .eagerInitSingletons(false)
        .eagerInitConfiguration(false)
        .start();
  }
}
