package io.agencytasks.functions.aws;

import io.agencytasks.domain.execution.RunExecutions;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The instance of a function that this runs in. When it ends, Lambda counts the invocation as
 * failed and makes another for the next one; where no Lambda would do that, it goes on.
 */
@Singleton
final class LambdaInstance implements RunExecutions.Instance {
  private final @Nullable String runtime;

  LambdaInstance(@Nullable @Property(name = "aws.lambda.runtime.api") String runtime) {
    this.runtime = runtime;
  }

  @Override
  public void giveUp() {
    if (runtime != null) {
      Runtime.getRuntime().halt(1);
    }
  }
}
