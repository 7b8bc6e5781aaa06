package io.agencytasks.functions.executors.ghl;

import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.Decoded;
import io.agencytasks.functions.executors.SecretReference;
import java.time.Duration;

/**
 * What a ghl_action does, and where.
 *
 * @param token the secret that lets it in: a private integration's, or an access token
 * @param location the secret that has the location's id
 * @param timeout for the whole call, from looking up the host to the last byte: 1 to 50 s
 * @param onUncertain what to do when nobody knows whether the call was acted on
 */
record GhlConfig(
    SecretName token,
    SecretName location,
    GhlAction action,
    String name,
    Duration timeout,
    OnUncertain onUncertain) {

  static Decoded<GhlConfig> decode(Json json) {
    var config = ConfigFields.of(json);
    var token = SecretReference.read("token", config);
    var location = SecretReference.read("locationId", config);
    var action = ActionField.read(config);
    var seconds = config.integer("timeoutSeconds", 1, 50).orElse(30);
    var onUncertain = config.choice("onUncertain", OnUncertain.class);
    var faults = config.faults();
    return faults.isEmpty()
        ? new Decoded.Valid<>(
            new GhlConfig(
                token.orElseThrow(),
                location.orElseThrow(),
                action.orElseThrow(),
                config.text("action").orElseThrow(),
                Duration.ofSeconds(seconds),
                onUncertain.orElse(action.orElseThrow().presumed())))
        : new Decoded.Invalid<>(faults);
  }
}
