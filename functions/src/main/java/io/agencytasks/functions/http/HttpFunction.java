package io.agencytasks.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;

/** What every endpoint is: one answer to one request. All that is done around it is in the edge. */
public abstract class HttpFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Edge edge;

  HttpFunction(ApplicationContext context) {
    this.edge = context.getBean(Edge.class);
  }

  @Override
  public final APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent event, Context context) {
    return edge.serve(event, this::answer);
  }

  /**
   * Decodes, calls one use case, and says what came of it.
   *
   * @throws InvalidInput with every fault of the request
   */
  abstract Answer answer(Request request);
}
