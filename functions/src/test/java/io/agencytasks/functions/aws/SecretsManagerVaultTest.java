package io.agencytasks.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.domain.secret.Secret;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.secret.SecretValue;
import io.agencytasks.domain.task.Unavailable;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** What Secrets Manager is asked, and what its answers mean, the bad ones too. */
class SecretsManagerVaultTest {
  private static final SecretName NAME = new SecretName("crm");
  private static final SecretValue VALUE = new SecretValue("swordfish");
  private static final String DESCRIBED =
      "{\"Name\":\"agency-tasks/7/crm\",\"CreatedDate\":1795421730.25,\"LastChangedDate\":1795421731.5}";
  private static final Secret SECRET =
      new Secret(
          NAME, Instant.ofEpochMilli(1_795_421_730_250L), Instant.ofEpochMilli(1_795_421_731_500L));

  private AnsweringServer service;
  private SecretsManagerClient client;
  private SecretsManagerVault vault;

  @BeforeEach
  void start() {
    service = new AnsweringServer();
    client =
        AwsSettings.at("aws.endpointUrlSecretsManager", service.uri(), AwsClients::secretsManager);
    vault = new SecretsManagerVault(client, new SecretSettings("agency-tasks"));
  }

  @AfterEach
  void stop() {
    client.close();
    service.close();
  }

  @Test
  void a_secret_has_its_users_number_in_its_name() {
    service.then("{\"SecretString\":\"swordfish\"}");

    assertThat(vault.read(7, NAME)).contains(VALUE);

    assertThat(service.calls()).containsExactly("{\"SecretId\":\"agency-tasks/7/crm\"}");
  }

  @Test
  void what_is_not_there_is_neither_read_nor_replaced_nor_deleted() {
    service.thenFails(400, "ResourceNotFoundException", "no");

    assertThat(vault.read(7, NAME)).isEmpty();
    assertThat(vault.replace(7, NAME, VALUE)).isEmpty();
    assertThat(vault.delete(7, NAME)).isFalse();
  }

  @Test
  void a_value_takes_the_place_of_another() {
    service.then("{}").then(DESCRIBED);

    assertThat(vault.replace(7, NAME, VALUE)).contains(SECRET);
  }

  @Test
  void what_somebody_else_made_meanwhile_gets_the_value_all_the_same() {
    service.thenFails(400, "ResourceExistsException", "there").then("{}").then(DESCRIBED);

    assertThat(vault.create(7, NAME, VALUE)).isEqualTo(SECRET);
    assertThat(service.calls().get(1)).contains("\"SecretId\":\"agency-tasks/7/crm\"");
  }

  @Test
  void a_list_has_what_is_the_users_and_ours_from_all_pages() {
    service
        .then(
            "{\"SecretList\":[%s,%s,%s],\"NextToken\":\"more\"}"
                .formatted(
                    DESCRIBED,
                    DESCRIBED.replace("/7/", "/71/"),
                    DESCRIBED.replace("crm", "of/an/operator")))
        .then("{\"SecretList\":[%s]}".formatted(DESCRIBED.replace("crm", "a")));

    assertThat(vault.list(7))
        .extracting(secret -> secret.name().value())
        .containsExactly("a", "crm");
    assertThat(service.calls().getFirst()).contains("\"Values\":[\"agency-tasks/7/\"]");
  }

  @Test
  void a_deletion_leaves_the_name_free() {
    service.then(DESCRIBED).then("{}");

    assertThat(vault.delete(7, NAME)).isTrue();
    assertThat(service.calls().getLast()).contains("\"ForceDeleteWithoutRecovery\":true");
  }

  @ParameterizedTest
  @CsvSource({
    "400, ThrottlingException",
    "400, InvalidRequestException",
    "500, InternalServiceError",
    "503, ServiceUnavailable"
  })
  void an_outage_passes(int status, String type) {
    service.thenFails(status, type, "not now");

    assertThatThrownBy(() -> vault.read(7, NAME)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> vault.list(7)).isInstanceOf(Unavailable.class);
  }

  @Test
  void a_refusal_of_the_executor_may_be_mended_and_is_a_fault_elsewhere() {
    service.thenFails(400, "AccessDeniedException", "no right");

    assertThatThrownBy(() -> vault.read(7, NAME)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> vault.list(7)).isInstanceOf(SecretsManagerException.class);
  }

  @Test
  void a_service_that_is_not_there_is_out_of_reach() {
    service.close();

    assertThatThrownBy(() -> vault.read(7, NAME))
        .isInstanceOf(Unavailable.class)
        .hasMessage("The secrets are out of reach.");
  }
}
