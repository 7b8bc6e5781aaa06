package io.agencytasks.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** A handler as Lambda's runtime sees it: an event's bytes in, an answer's bytes out. */
interface Handler {
  byte[] handle(byte[] event, Context context) throws Exception;

  /** A handler that reads and writes its bytes itself. */
  static Handler of(RequestStreamHandler handler) {
    return (event, context) -> {
      var answer = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(event), answer, context);
      return answer.toByteArray();
    };
  }
}
