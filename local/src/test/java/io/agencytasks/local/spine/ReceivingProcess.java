package io.agencytasks.local.spine;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.agencytasks.functions.inbound.email.ReceiveMailFunction;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JVM in which a notice of mail is heard, told by its environment where everything is. */
public final class ReceivingProcess {
  private ReceivingProcess() {}

  /** Hears the event in a file. */
  @SuppressWarnings("NullAway") // the function asks nothing of its context
  public static void main(String[] arguments) throws Exception {
    try (InputStream json = Files.newInputStream(Path.of(arguments[0]))) {
      SNSEvent event =
          LambdaEventSerializers.serializerFor(
                  SNSEvent.class, ReceivingProcess.class.getClassLoader())
              .fromJson(json);
      System.out.println(new ReceiveMailFunction().handleRequest(event, null));
    }
  }
}
