package io.agencytasks.functions.aws;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The instance of a function that this runs in. */
@Singleton
public final class LambdaInstance {
  private final @Nullable String runtime;

  LambdaInstance(@Nullable @Property(name = "aws.lambda.runtime.api") String runtime) {
    this.runtime = runtime;
  }

  /**
   * Ends it at once, with all its threads: Lambda counts the invocation as failed, and makes
   * another instance for the next one. Does nothing where no Lambda would do that.
   */
  public void giveUp() {
    if (runtime != null) {
      Runtime.getRuntime().halt(1);
    }
  }
}
