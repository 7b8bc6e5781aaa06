package io.agencytasks.local.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.InvalidNextTokenException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** Secrets Manager's calls as the SDK sends them. */
class SecretsManagerTest {
  @TempDir private Path home;

  private AVault vault;
  private SecretsManagerClient client;

  @BeforeEach
  void start() throws Exception {
    vault = AVault.in(home);
    client = vault.client();
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  @Test
  void a_secret_is_made_read_and_described() {
    var made = client.createSecret(secret -> secret.name("a/1/b").secretString("v\u00e4lue\n"));

    assertThat(made.arn())
        .matches("arn:aws:secretsmanager:eu-central-1:123456789012:secret:a/1/b-[0-9a-f]{6}");
    for (String id : new String[] {"a/1/b", made.arn()}) {
      var read = client.getSecretValue(secret -> secret.secretId(id));
      assertThat(read.secretString()).isEqualTo("v\u00e4lue\n");
      assertThat(read.versionId()).isEqualTo(made.versionId());
      assertThat(read.versionStages()).containsExactly("AWSCURRENT");
      assertThat(read.name()).isEqualTo("a/1/b");
    }
    var described = client.describeSecret(secret -> secret.secretId("a/1/b"));
    assertThat(described.arn()).isEqualTo(made.arn());
    assertThat(described.createdDate()).isEqualTo(described.lastChangedDate());
  }

  @Test
  void a_value_is_replaced_and_the_secret_stays_the_same() {
    var made = client.createSecret(secret -> secret.name("a").secretString("one"));
    var before = client.describeSecret(secret -> secret.secretId("a"));

    var put = client.putSecretValue(secret -> secret.secretId("a").secretString("two"));

    assertThat(put.arn()).isEqualTo(made.arn());
    assertThat(put.versionId()).isNotEqualTo(made.versionId());
    assertThat(vault.value("a")).isEqualTo("two");
    var after = client.describeSecret(secret -> secret.secretId("a"));
    assertThat(after.createdDate()).isEqualTo(before.createdDate());
    assertThat(after.lastChangedDate()).isAfterOrEqualTo(before.lastChangedDate());
  }

  @Test
  void a_repeated_call_is_done_once_and_another_with_its_token_refused() {
    String token = UUID.randomUUID().toString();
    String other = UUID.randomUUID().toString();

    for (int call = 0; call < 2; call++) {
      client.createSecret(it -> it.name("a").secretString("one").clientRequestToken(token));
    }
    for (int call = 0; call < 2; call++) {
      client.putSecretValue(it -> it.secretId("a").secretString("two").clientRequestToken(other));
    }

    assertThatThrownBy(
            () ->
                client.putSecretValue(
                    it -> it.secretId("a").secretString("three").clientRequestToken(other)))
        .isInstanceOf(ResourceExistsException.class);
    assertThatThrownBy(() -> vault.create("a", "two"))
        .isInstanceOf(ResourceExistsException.class)
        .hasMessageContaining("the secret a already exists");
    assertThat(vault.value("a")).isEqualTo("two");
  }

  @Test
  void what_is_not_there_is_not_found_but_deleted_all_the_same() {
    assertNotFound(() -> vault.value("a"));
    assertNotFound(() -> client.describeSecret(it -> it.secretId("a")));
    assertNotFound(() -> client.putSecretValue(it -> it.secretId("a").secretString("one")));

    delete("a");
  }

  @Test
  void a_deleted_name_is_free_at_once() {
    vault.create("a", "one");

    delete("a");

    assertNotFound(() -> vault.value("a"));
    vault.create("a", "two");
    assertThat(vault.value("a")).isEqualTo("two");
  }

  @Test
  void nothing_is_deleted_that_could_come_back() {
    vault.create("a", "one");

    assertThatThrownBy(() -> client.deleteSecret(it -> it.secretId("a")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(
            () ->
                client.deleteSecret(
                    it ->
                        it.secretId("a").forceDeleteWithoutRecovery(true).recoveryWindowInDays(7L)))
        .isInstanceOf(InvalidParameterException.class);
    assertThat(vault.value("a")).isEqualTo("one");
  }

  @Test
  void a_list_has_the_names_that_begin_alike_page_by_page() {
    for (int i = 10; i < 15; i++) {
      vault.create("a/1/" + i, "value");
    }
    vault.create("a/12/1", "value");

    var first = client.listSecrets(list -> list.maxResults(2).filters(beginningWith("a/1/")));
    var all =
        client.listSecretsPaginator(list -> list.maxResults(2).filters(beginningWith("a/1/")));

    assertThat(first.secretList())
        .extracting(SecretListEntry::name)
        .containsExactly("a/1/10", "a/1/11");
    assertThat(first.toString()).doesNotContain("value");
    assertThat(all.stream().flatMap(page -> page.secretList().stream()))
        .extracting(SecretListEntry::name)
        .containsExactly("a/1/10", "a/1/11", "a/1/12", "a/1/13", "a/1/14");
    assertThat(client.listSecrets().secretList()).hasSize(6);
    assertThat(client.listSecrets(list -> list.filters(beginningWith("b"))).secretList()).isEmpty();
  }

  @Test
  void a_list_is_asked_for_as_it_must_be() {
    assertThatThrownBy(() -> client.listSecrets(list -> list.maxResults(101)))
        .isInstanceOf(SecretsManagerException.class)
        .hasMessageContaining("between 1 and 100");
    assertThatThrownBy(() -> client.listSecrets(list -> list.nextToken("?")))
        .isInstanceOf(InvalidNextTokenException.class);
    assertThatThrownBy(
            () ->
                client.listSecrets(
                    list -> list.filters(Filter.builder().key("tag-key").values("b").build())))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void a_value_has_at_most_65536_bytes() {
    String most = "\u00e9".repeat(32_768);
    vault.create("a", most);
    assertThat(vault.value("a")).isEqualTo(most);

    assertThatThrownBy(() -> vault.create("b", most + "x"))
        .isInstanceOf(SecretsManagerException.class)
        .hasMessageContaining("65536");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a:b", "\u00e9", "a\n"})
  void a_name_has_few_kinds_of_characters(String name) {
    assertThatThrownBy(() -> vault.create(name, "value"))
        .isInstanceOf(SecretsManagerException.class)
        .hasMessageContaining("Invalid name");
  }

  @Test
  void a_name_has_at_most_512_characters() {
    vault.create("n".repeat(512), "value");

    assertThatThrownBy(() -> vault.create("n".repeat(513), "value"))
        .isInstanceOf(SecretsManagerException.class);
  }

  @Test
  void what_is_not_understood_is_not_left_out_in_silence() {
    assertThatThrownBy(
            () -> client.createSecret(it -> it.name("a").secretString("b").kmsKeyId("key")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("KmsKeyId");
    assertThatThrownBy(() -> client.restoreSecret(it -> it.secretId("a")))
        .isInstanceOf(SecretsManagerException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Other.GetSecretValue|AWS4-HMAC-SHA256 x|{}|UnknownOperationException",
        "secretsmanager.GetSecretValue|Bearer x|{}|MissingAuthenticationTokenException",
        "secretsmanager.GetSecretValue|AWS4-HMAC-SHA256 x|[]|SerializationException",
        "secretsmanager.GetSecretValue|AWS4-HMAC-SHA256 x|{|SerializationException",
        "secretsmanager.GetSecretValue|AWS4-HMAC-SHA256 x|{}|ValidationException",
        "secretsmanager.CreateSecret|AWS4-HMAC-SHA256"
            + " x|{\"Name\":\"a\",\"ClientRequestToken\":\"x\"}|InvalidParameterException"
      })
  void what_is_no_signed_call_is_refused(
      String target, String authorization, String body, String type) throws Exception {
    var request =
        HttpRequest.newBuilder(vault.server().uri())
            .header("X-Amz-Target", target)
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(body))
            .build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new ObjectMapper().readTree(answer.body()).path("__type").asText()).isEqualTo(type);
  }

  private static Filter beginningWith(String prefix) {
    return Filter.builder().key("name").values(prefix).build();
  }

  private void delete(String name) {
    client.deleteSecret(it -> it.secretId(name).forceDeleteWithoutRecovery(true));
  }

  private static void assertNotFound(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ResourceNotFoundException.class);
  }
}
