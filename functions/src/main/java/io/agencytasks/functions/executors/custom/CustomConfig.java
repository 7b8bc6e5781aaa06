package io.agencytasks.functions.executors.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.Decoded;
import io.agencytasks.functions.executors.SecretReference;
import io.agencytasks.functions.executors.UrlField;
import java.time.Duration;
import okhttp3.HttpUrl;

/**
 * Where a custom task is posted to, and what goes with it.
 *
 * @param secret what the post is signed with
 * @param data an object of the owner's own, sent as it is
 * @param timeout for the answer, from looking up the host to its last byte: 1 to 60 s
 * @param callback how long after the post it may call back, where it answers 202: a minute to a day
 * @param onUncertain what to do when nobody knows whether it has acted
 */
record CustomConfig(
    HttpUrl url,
    SecretName secret,
    JsonNode data,
    Duration timeout,
    Duration callback,
    OnUncertain onUncertain) {

  static Decoded<CustomConfig> decode(Json json) {
    var fields = ConfigFields.of(json);
    var url = UrlField.read(fields);
    var secret = SecretReference.read("secret", fields);
    var data = fields.value("data").orElseGet(JsonNodeFactory.instance::objectNode);
    if (!data.isObject()) {
      fields.fault("data", "must be an object");
    }
    int timeout = fields.integer("timeoutSeconds", 1, 60).orElse(30);
    int callback = fields.integer("callbackSeconds", 60, 86_400).orElse(3_600);
    var onUncertain = fields.choice("onUncertain", OnUncertain.class).orElse(OnUncertain.ASK);
    var faults = fields.faults();
    return faults.isEmpty()
        ? new Decoded.Valid<>(
            new CustomConfig(
                url.orElseThrow(),
                secret.orElseThrow(),
                data,
                Duration.ofSeconds(timeout),
                Duration.ofSeconds(callback),
                onUncertain))
        : new Decoded.Invalid<>(faults);
  }
}
