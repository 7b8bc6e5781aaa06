package io.agencytasks.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.agencytasks.local.template.Stack;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Builds a function's handler from the class that the template names. One with a constructor that
 * takes an {@link ApplicationContext} is given a lazy context of its own, whose environment is the
 * template's, not this process's; any other is built as Lambda would.
 */
record HandlerLoader(Stack.Function function, AwsAccount account) {
  /** The environment, beside FUNCTION, of the context that a handler makes itself on Lambda. */
  private static final String LAMBDA = "lambda";

  private static final Class<?>[] WITH_CONTEXT = {ApplicationContext.class};

  LoadedHandler load() throws Exception {
    Class<?> type = Class.forName(function.handler());
    Optional<Constructor<?>> withContext =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(c -> Arrays.equals(c.getParameterTypes(), WITH_CONTEXT))
            .findFirst();
    if (withContext.isEmpty()) {
      Object handler = build(type.getConstructor());
      return new LoadedHandler(handler(handler), Optional.empty());
    }
    ApplicationContext context = context();
    try {
      withContext.get().setAccessible(true);
      return new LoadedHandler(handler(build(withContext.get(), context)), Optional.of(context));
    } catch (Throwable e) {
      context.close();
      throw e;
    }
  }

  private ApplicationContext context() {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .environments(Environment.FUNCTION, LAMBDA)
        .environmentPropertySource(false)
        .eagerInitSingletons(false)
        .eagerInitConfiguration(false)
        .banner(false)
        .propertySources(
            PropertySource.of(
                function.name(),
                FunctionEnvironment.of(function, account),
                PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of("template.yaml")))
        .start();
  }

  private static Object build(Constructor<?> constructor, Object... arguments) throws Exception {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
  }

  private static Handler handler(Object handler) {
    return switch (handler) {
      case RequestStreamHandler stream -> Handler.of(stream);
      case RequestHandler<?, ?> typed -> TypedHandler.of(typed);
      default ->
          throw new IllegalArgumentException(
              handler.getClass().getName()
                  + " is neither a RequestHandler nor a RequestStreamHandler");
    };
  }
}
