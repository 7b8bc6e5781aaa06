package io.agencytasks.functions.http;

import io.agencytasks.domain.secret.PutSecret;
import io.agencytasks.domain.secret.Putting.Created;
import io.agencytasks.domain.secret.Putting.Replaced;
import io.agencytasks.domain.secret.Putting.TooMany;
import io.agencytasks.domain.secret.SecretValue;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code PUT /v1/secrets/{name}}. */
public final class PutSecretFunction extends HttpFunction {
  private static final Decoder<SecretValue> VALUE = Decoders.text(SecretValue::new);

  private final PutSecret putSecret;

  public PutSecretFunction() {
    this(FunctionContext.lazy());
  }

  PutSecretFunction(ApplicationContext context) {
    super(context);
    this.putSecret = context.getBean(PutSecret.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var name = request.secretName();
    var body = request.body();
    var value = body.required("value", VALUE);
    body.end();
    return switch (putSecret.apply(request.owner(), name, value.get())) {
      case Created(var secret) -> Answer.created(secret);
      case Replaced(var secret) -> Answer.ok(secret);
      case TooMany(var most) -> Refusals.tooManySecrets(most);
    };
  }
}
