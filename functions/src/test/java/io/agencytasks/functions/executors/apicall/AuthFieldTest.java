package io.agencytasks.functions.executors.apicall;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.executors.Auth;
import io.agencytasks.functions.executors.Auth.Algorithm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said of credentials in a configuration: where they are, and never what they are. */
class AuthFieldTest {
  private static final SecretName CRM = new SecretName("crm");
  private static final String WANTED =
      "must be a reference to a secret: put it with PUT /v1/secrets/{name} and write"
          + " {\"secretRef\": \"name\"}";

  @Test
  void each_type_is_read() {
    assertThat(auth("{'type': 'bearer', 'token': {'secretRef': 'crm'}}"))
        .isEqualTo(new Auth.Bearer(CRM));
    assertThat(auth("{'type': 'basic', 'username': 'me', 'password': {'secretRef': 'crm'}}"))
        .isEqualTo(new Auth.Basic("me", CRM));
    assertThat(auth("{'type': 'header', 'name': 'X-Api-Key', 'value': {'secretRef': 'crm'}}"))
        .isEqualTo(new Auth.Header("X-Api-Key", CRM));
    assertThat(auth("{'type': 'hmac', 'secret': {'secretRef': 'crm'}}"))
        .isEqualTo(new Auth.Hmac("X-Signature", Algorithm.SHA256, CRM));
    assertThat(
            auth(
                "{'type': 'hmac', 'secret': {'secretRef': 'crm'}, 'header': 'X-Hub',"
                    + " 'algorithm': 'sha512'}"))
        .isEqualTo(new Auth.Hmac("X-Hub", Algorithm.SHA512, CRM));
  }

  @Test
  void none_is_needed() {
    assertThat(ApiCallConfig.decode(config("null", "{}")).orElseThrow().auth()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type': 'bearer', 'token': 'swordfish'}|token",
        "{'type': 'basic', 'username': 'me', 'password': 'swordfish'}|password",
        "{'type': 'header', 'name': 'X-A', 'value': 'swordfish'}|value",
        "{'type': 'hmac', 'secret': 'swordfish'}|secret",
        "{'type': 'bearer', 'token': 17}|token",
        "{'type': 'bearer', 'token': ['swordfish']}|token"
      })
  void a_credential_written_out_is_refused_with_what_to_do_and_not_repeated(
      String auth, String field) {
    assertThat(faults(auth, "{}"))
        .containsExactly(new Fault("executionConfig.auth." + field, WANTED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'bearer'|auth",
        "{}|auth.type",
        "{'type': 'digest'}|auth.type",
        "{'type': 'bearer'}|auth.token",
        "{'type': 'bearer', 'token': null}|auth.token",
        "{'type': 'bearer', 'token': {}}|auth.token.secretRef",
        "{'type': 'bearer', 'token': {'secretRef': 7}}|auth.token.secretRef",
        "{'type': 'bearer', 'token': {'secretRef': ''}}|auth.token.secretRef",
        "{'type': 'bearer', 'token': {'secretRef': '../2/crm'}}|auth.token.secretRef",
        "{'type': 'bearer', 'token': {'secretRef': 'crm', 'user': 2}}|auth.token.user",
        "{'type': 'bearer', 'token': {'secretRef': 'crm'}, 'username': 'me'}|auth.username",
        "{'type': 'basic', 'password': {'secretRef': 'crm'}}|auth.username",
        "{'type': 'basic', 'username': 'a:b', 'password': {'secretRef': 'crm'}}|auth.username",
        "{'type': 'header', 'value': {'secretRef': 'crm'}}|auth.name",
        "{'type': 'header', 'name': 'X A', 'value': {'secretRef': 'crm'}}|auth.name",
        "{'type': 'header', 'name': 'Host', 'value': {'secretRef': 'crm'}}|auth.name",
        "{'type': 'header', 'name': 'accept', 'value': {'secretRef': 'crm'}}|auth.name",
        "{'type': 'hmac', 'secret': {'secretRef': 'crm'}, 'header': 'ACCEPT'}|auth.header",
        "{'type': 'hmac', 'secret': {'secretRef': 'crm'}, 'algorithm': 'md5'}|auth.algorithm"
      })
  void what_is_wrong_is_told_by_its_path(String auth, String field) {
    assertThat(faults(auth, "{'Accept': 'text/plain'}"))
        .extracting(Fault::field)
        .containsExactly("executionConfig." + field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "authorization",
        "X-Api-Key",
        "x-api-key",
        "Api-Key",
        "apikey",
        "Ocp-Apim-Subscription-Api-Key",
        "X-Auth-Token",
        "X-Access-Token",
        "X-Shopify-Access-Token",
        "Private-Token",
        "X-Vault-Token",
        "X-Amz-Security-Token",
        "X-Auth-Key",
        "X-Client-Secret",
        "X-Password"
      })
  void a_header_that_carries_a_credential_is_refused_with_what_to_do(String name) {
    assertThat(faults("null", "{'" + name + "': 'swordfish'}"))
        .containsExactly(new Fault("executionConfig.headers." + name, WANTED + " in auth"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Idempotency-Key",
        "X-Token",
        "Accept",
        "X-Request-Id",
        "X-Keyboard",
        "X-CSRF-Token"
      })
  void other_headers_are_not(String name) {
    assertThat(faults("null", "{'" + name + "': 'x'}")).isEmpty();
  }

  private static Auth auth(String auth) {
    return ApiCallConfig.decode(config(auth, "{}")).orElseThrow().auth().orElseThrow();
  }

  private static List<Fault> faults(String auth, String headers) {
    return ApiCallConfig.decode(config(auth, headers)).allFaults();
  }

  /** JSON is easier to read here with single quotes. */
  private static Json config(String auth, String headers) {
    return new Json(
        "{'url': 'http://a.example', 'auth': %s, 'headers': %s}"
            .formatted(auth, headers)
            .replace('\'', '"'));
  }
}
