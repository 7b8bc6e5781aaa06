package io.agencytasks.local.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;

/** Lambda's logger, writing to ours. */
record FunctionLogger(Logger log) implements LambdaLogger {

  @Override
  public void log(String message) {
    log.info("{}", message);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, StandardCharsets.UTF_8));
  }
}
