package io.agencytasks.local.lambda;

import io.micronaut.context.ApplicationContext;
import java.util.Optional;

/** A handler that is ready, and the context that it lives in where it has one. */
record LoadedHandler(Handler handler, Optional<ApplicationContext> context)
    implements AutoCloseable {

  @Override
  public void close() {
    context.ifPresent(ApplicationContext::close);
  }
}
