package io.agencytasks.local.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.agencytasks.local.template.Stack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** What a handler may know of its invocation; the remaining time counts down from its creation. */
final class InvocationContext implements Context {
  private final Stack.Function function;
  private final AwsAccount account;
  private final UUID requestId;
  private final Clock clock;
  private final Instant deadline;
  private final LambdaLogger logger;

  InvocationContext(
      Stack.Function function, AwsAccount account, UUID requestId, Clock clock, Logger log) {
    this.function = function;
    this.account = account;
    this.requestId = requestId;
    this.clock = clock;
    this.deadline = clock.instant().plus(function.timeout());
    this.logger = new FunctionLogger(log);
  }

  @Override
  public String getAwsRequestId() {
    return requestId.toString();
  }

  @Override
  public String getLogGroupName() {
    return FunctionEnvironment.logGroup(function);
  }

  @Override
  public String getLogStreamName() {
    return FunctionEnvironment.LOG_STREAM;
  }

  @Override
  public String getFunctionName() {
    return function.name();
  }

  @Override
  public String getFunctionVersion() {
    return FunctionEnvironment.VERSION;
  }

  @Override
  public String getInvokedFunctionArn() {
    return account.functionArn(function.name());
  }

  /** None: nobody invokes by the mobile SDK. */
  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  /** None: nobody invokes by the mobile SDK. */
  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, Duration.between(clock.instant(), deadline).toMillis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return function.memoryMegabytes();
  }

  @Override
  public LambdaLogger getLogger() {
    return logger;
  }
}
