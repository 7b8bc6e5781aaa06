package io.agencytasks.local.lambda;

import io.agencytasks.local.template.Stack;
import java.util.HashMap;
import java.util.Map;

/** The environment variables that a function has: its own, and those that Lambda adds. */
final class FunctionEnvironment {
  static final String VERSION = "$LATEST";
  static final String LOG_STREAM = "laptop";

  private FunctionEnvironment() {}

  static Map<String, Object> of(Stack.Function function, AwsAccount account) {
    var variables = new HashMap<String, Object>(function.environment());
    variables.put("AWS_REGION", account.region());
    variables.put("AWS_DEFAULT_REGION", account.region());
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", VERSION);
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", logGroup(function));
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", LOG_STREAM);
    variables.put("_HANDLER", function.handler());
    return variables;
  }

  static String logGroup(Stack.Function function) {
    return "/aws/lambda/" + function.name();
  }
}
