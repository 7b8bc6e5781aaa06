package io.agencytasks.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A handler of typed events, which Lambda's own serialization reads and writes. A generic event or
 * answer type is known by its raw class only.
 */
record TypedHandler(
    RequestHandler<Object, Object> handler,
    PojoSerializer<Object> events,
    PojoSerializer<Object> answers)
    implements Handler {
  private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

  static TypedHandler of(RequestHandler<?, ?> handler) {
    JavaType[] types =
        TypeFactory.defaultInstance()
            .constructType(handler.getClass())
            .findTypeParameters(RequestHandler.class);
    @SuppressWarnings("unchecked") // its serializers make and take just these types
    var untyped = (RequestHandler<Object, Object>) handler;
    return new TypedHandler(
        untyped, serializer(types[0].getRawClass()), serializer(types[1].getRawClass()));
  }

  @SuppressWarnings("unchecked") // as above
  private static PojoSerializer<Object> serializer(Class<?> type) {
    return (PojoSerializer<Object>)
        (LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
            ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
            : JacksonFactory.getInstance().getSerializer(type));
  }

  @Override
  public byte[] handle(byte[] event, Context context) {
    Object answer =
        handler.handleRequest(events.fromJson(new ByteArrayInputStream(event)), context);
    if (answer == null) {
      return NULL;
    }
    var json = new ByteArrayOutputStream();
    answers.toJson(answer, json);
    return json.toByteArray();
  }
}
