package io.agencytasks.functions.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.inbound.HookRequest;
import io.agencytasks.domain.inbound.Proof;
import io.agencytasks.domain.webhook.Verification;
import io.agencytasks.domain.webhook.WebhookSecret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who proves to have the secret is let in, and nobody else, however near they come. */
class HookProofsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:15:30.700Z");
  private static final String BODY = "{\"id\":\"evt_1\",\"title\":\"Two desks\"}";
  private static final int MUTATIONS = 10_000;

  private final HookProofs proofs = new HookProofs();
  private final Random random = new Random(20_261_123);
  private final WebhookSecret secret = WebhookSecret.random(random);
  private final WebhookSecret other = WebhookSecret.random(random);

  @ParameterizedTest
  @EnumSource
  void a_sender_that_has_the_secret_is_let_in(Verification verification) {
    var sender = new ASender(verification, secret);

    assertThat(check(verification, sender.sending("msg_1", NOW, BODY))).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void a_sender_that_has_another_secret_is_not(Verification verification) {
    var sender = new ASender(verification, other);

    assertThat(check(verification, sender.sending("msg_1", NOW, BODY))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void who_proves_nothing_is_not(Verification verification) {
    assertThat(check(verification, ASender.request(Map.of(), BODY))).isEmpty();
  }

  @Test
  void either_of_two_secrets_will_do() {
    var request = new ASender(Verification.STANDARD, other).sending("msg_1", NOW, BODY);

    assertThat(proofs.check(Verification.STANDARD, List.of(secret, other), request, NOW))
        .isPresent();
  }

  @Test
  void one_of_several_signatures_will_do() {
    var headers = new ASender(Verification.STANDARD, secret).headers("msg_1", NOW, BODY);
    headers.merge(
        "webhook-signature",
        "v2,nonsense v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        (right, wrong) -> wrong + " " + right);

    assertThat(check(Verification.STANDARD, ASender.request(headers, BODY))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, -301, false", "STANDARD, -300, true", "STANDARD, -299, true",
    "STANDARD, 299, true", "STANDARD, 300, true", "STANDARD, 301, false",
    "STRIPE, -301, false", "STRIPE, -300, true", "STRIPE, -299, true",
    "STRIPE, 299, true", "STRIPE, 300, true", "STRIPE, 301, false"
  })
  void a_signed_time_is_five_minutes_off_at_the_most(
      Verification verification, int seconds, boolean good) {
    var request =
        new ASender(verification, secret).sending("msg_1", NOW.plusSeconds(seconds), BODY);

    assertThat(check(verification, request).isPresent()).isEqualTo(good);
  }

  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "STRIPE"})
  void of_ten_thousand_mutations_none_is_let_in(Verification verification) {
    var sender = new ASender(verification, secret);
    for (int n = 0; n < MUTATIONS; n++) {
      var headers = sender.headers("msg_" + n, NOW, BODY);
      var forged = mutated(headers, n % (headers.size() + 1));

      assertThat(check(verification, forged)).as("%d: %s", n, forged.headers()).isEmpty();
    }
  }

  /** Its id is not signed: under another one, the same signature is known as a repeat. */
  @Test
  void of_ten_thousand_mutations_of_githubs_none_is_new() {
    var sender = new ASender(Verification.GITHUB, secret);
    var mark = check(Verification.GITHUB, sender.sending("1", NOW, BODY)).flatMap(Proof::mark);
    assertThat(mark).isPresent();
    for (int n = 0; n < MUTATIONS; n++) {
      var forged = mutated(sender.headers("1", NOW, BODY), n % 3);

      check(Verification.GITHUB, forged)
          .ifPresent(proof -> assertThat(proof.mark()).isEqualTo(mark));
    }
  }

  private HookRequest mutated(Map<String, String> headers, int which) {
    var names = headers.keySet().stream().sorted().toList();
    if (which == names.size()) {
      return ASender.request(headers, mutated(BODY));
    }
    headers.compute(names.get(which), (name, value) -> mutated(String.valueOf(value)));
    return ASender.request(headers, BODY);
  }

  /** One character is another one, is gone, comes twice or changes its place. */
  private String mutated(String text) {
    String mutated = text;
    while (mutated.strip().equals(text)) {
      int at = random.nextInt(text.length());
      var before = text.substring(0, at);
      var after = text.substring(at + 1);
      mutated =
          switch (random.nextInt(4)) {
            case 0 -> before + (char) (' ' + random.nextInt(95)) + after;
            case 1 -> before + after;
            case 2 -> before + text.charAt(at) + text.charAt(at) + after;
            default -> after + before + text.charAt(at);
          };
    }
    return mutated;
  }

  private Optional<Proof> check(Verification verification, HookRequest request) {
    return proofs.check(verification, List.of(secret, secret), request, NOW);
  }
}
