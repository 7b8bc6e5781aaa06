package io.agencytasks.functions.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.secret.SecretValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
  private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.9Z");

  /** Computed here by the words of the specification, not by the library. */
  @Test
  void signs_id_time_and_body() throws Exception {
    var headers =
        WebhookSignature.of(new SecretValue("whsec_" + KEY), "msg_1", NOW, "{\"a\":\"ü\"}")
            .orElseThrow();

    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
    var signed = "msg_1.1795428000.{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(headers.get("webhook-id")).isEqualTo("msg_1");
    assertThat(headers.get("webhook-timestamp")).isEqualTo("1795428000");
    assertThat(headers.get("webhook-signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "whsec_", "whsec_short", "whsec_" + KEY + "!", "whsec_===="})
  void a_secret_of_another_form_signs_nothing(String secret) {
    assertThat(WebhookSignature.of(new SecretValue(secret), "msg_1", NOW, "{}")).isEmpty();
  }
}
