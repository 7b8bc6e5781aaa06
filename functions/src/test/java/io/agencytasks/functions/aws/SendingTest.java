package io.agencytasks.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.notification.Delivery;
import io.agencytasks.domain.notification.EmailAddress;
import io.agencytasks.domain.notification.Mail;
import io.agencytasks.domain.notification.PhoneNumber;
import io.agencytasks.domain.notification.TextMessage;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** What SES and SNS are asked, each once, and what their answers mean. */
class SendingTest {
  private static final Mail MAIL =
      new Mail(new EmailAddress("ann@example.com"), "News", "Out.", Optional.of("<p>Out."));
  private static final TextMessage MESSAGE =
      new TextMessage(new PhoneNumber("+15550100"), "Out & about");

  private AnsweringServer service;
  private SesV2Client ses;
  private SnsClient sns;
  private SesMailer mailer;
  private SnsTexter texter;

  @BeforeEach
  void start() {
    service = new AnsweringServer();
    ses = AwsSettings.at("aws.endpointUrlSesV2", service.uri(), AwsClients::ses);
    sns = AwsSettings.at("aws.endpointUrlSns", service.uri(), AwsClients::sns);
    mailer = new SesMailer(ses, new MailSettings("us@example.com"));
    texter = new SnsTexter(sns);
  }

  @AfterEach
  void stop() {
    ses.close();
    sns.close();
    service.close();
  }

  @Test
  void a_mail_goes_to_one_address_from_ours() throws Exception {
    service.then("{\"MessageId\":\"0107-1\"}");

    assertThat(mailer.send(MAIL)).isEqualTo(new Delivery.Accepted("0107-1"));

    assertThat(service.calls())
        .singleElement()
        .asString()
        .contains("\"FromEmailAddress\":\"us@example.com\"")
        .contains("\"ToAddresses\":[\"ann@example.com\"]")
        .contains("\"Subject\":{\"Data\":\"News\",\"Charset\":\"UTF-8\"}")
        .contains("\"Html\":{\"Data\":\"<p>Out.\",\"Charset\":\"UTF-8\"}");
  }

  @Test
  void a_text_message_goes_to_one_number() throws Exception {
    service.then(
        "<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>");

    assertThat(texter.send(MESSAGE)).isEqualTo(new Delivery.Accepted("m-1"));

    assertThat(service.calls())
        .singleElement()
        .asString()
        .contains("PhoneNumber=%2B15550100")
        .contains("Message=Out+%26+about")
        .contains("Transactional");
  }

  @ParameterizedTest
  @CsvSource({
    "400, MessageRejected, Refused",
    "400, BadRequestException, Refused",
    "400, SendingPausedException, Refused",
    "403, AccessDeniedException, Refused",
    "400, ThrottlingException, NotNow",
    "429, TooManyRequestsException, NotNow",
    "500, InternalFailure, NotNow",
    "503, ServiceUnavailable, NotNow",
    "502, BadGateway, Uncertain",
    "504, GatewayTimeout, Uncertain"
  })
  void a_failure_is_final_or_passes_or_leaves_it_open(int status, String type, String kind)
      throws Exception {
    service.thenFails(status, type, "no mail to ann@example.com");

    var delivery = mailer.send(MAIL);

    assertThat(delivery.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(delivery.toString()).doesNotContain("ann@example.com");
    assertThat(service.calls()).hasSize(1);
  }

  @Test
  void what_was_cut_off_may_have_been_sent_and_is_not_sent_again() throws Exception {
    service.thenCuts();

    assertThat(mailer.send(MAIL))
        .isEqualTo(
            new Delivery.Uncertain(
                new Failure("SES_UNANSWERED", "SES did not say whether it was sent.")));
    assertThat(texter.send(MESSAGE)).isInstanceOf(Delivery.Uncertain.class);
    assertThat(service.calls()).hasSize(2);
  }

  @Test
  void what_found_nobody_was_not_sent() throws Exception {
    service.close();

    assertThat(mailer.send(MAIL)).isInstanceOf(Delivery.NotNow.class);
    assertThat(texter.send(MESSAGE)).isInstanceOf(Delivery.NotNow.class);
  }

  @Test
  void who_is_told_to_stop_stops() {
    service.then("{}");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> mailer.send(MAIL)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
