package io.agencytasks.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.ses.SesEndpoint;
import io.agencytasks.local.sns.SnsEndpoint;
import io.agencytasks.local.sns.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SnsException;

/** SES's and SNS's calls as the SDK sends them. */
class SendingTest {
  private static final String US = "us@example.com";

  @TempDir private Path home;
  private SentMessages sent;
  private SesEndpoint mail;
  private Topics topics;
  private SnsEndpoint texts;
  private SesV2Client ses;
  private SnsClient sns;

  @BeforeEach
  void start() throws Exception {
    sent = SentMessages.in(home, false);
    mail =
        SesEndpoint.start(
            sent,
            new AwsAccount("123456789012", "eu-central-1"),
            Clock.systemUTC(),
            UUID::randomUUID);
    topics =
        new Topics(
            List.of(),
            List.of(),
            (function, event) -> new Invocation.Answered("null"),
            Clock.systemUTC(),
            UUID::randomUUID);
    texts = SnsEndpoint.start(sent, topics, Clock.systemUTC(), UUID::randomUUID);
    var anybody = StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any"));
    ses =
        SesV2Client.builder()
            .endpointOverride(mail.uri())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(anybody)
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    sns =
        SnsClient.builder()
            .endpointOverride(texts.uri())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(anybody)
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
  }

  @AfterEach
  void stop() {
    ses.close();
    sns.close();
    mail.close();
    texts.close();
    topics.close();
  }

  @Test
  void what_is_sent_can_be_read_the_latest_first_and_outlives_a_stop() throws Exception {
    var first = send(US, List.of("ann@example.com", "bob@example.com"), "One", "Text & <b>");
    var second =
        sns.publish(it -> it.phoneNumber("+15550100").message("T\u00ebxt & more")).messageId();

    for (SentMessages messages : List.of(sent, SentMessages.in(home, false))) {
      assertThat(messages.all())
          .extracting(SentMessage::id, SentMessage::kind, SentMessage::text)
          .containsExactly(
              tuple(second, "sms", "T\u00ebxt & more"),
              tuple(first.messageId(), "email", "Text & <b>"));
      assertThat(messages.all().getLast().to())
          .containsExactly("ann@example.com", "bob@example.com");
    }
    assertThat(SentMessages.in(home, true).all()).isEmpty();
  }

  @Test
  void the_last_five_hundred_are_kept() throws Exception {
    for (int i = 0; i < SentMessages.KEPT + 5; i++) {
      send(US, List.of("ann@example.com"), "Subject " + i, "Text");
    }

    for (SentMessages messages : List.of(sent, SentMessages.in(home, false))) {
      assertThat(messages.all()).hasSize(SentMessages.KEPT);
      assertThat(messages.all().getFirst().subject()).isEqualTo("Subject 504");
      assertThat(messages.all().getLast().subject()).isEqualTo("Subject 5");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"success", "bounce", "ooto", "complaint", "suppressionlist"})
  void what_the_mailbox_simulator_does_comes_later_on_aws_and_is_taken(String box) {
    send(US, List.of(box + "@simulator.amazonses.com"), "S", "T");

    assertThat(sent.all()).hasSize(1);
  }

  @Test
  void what_SES_refuses_is_refused() {
    assertThatThrownBy(() -> send("unverified@example.com", List.of("a@example.com"), "S", "T"))
        .isInstanceOf(MessageRejectedException.class)
        .hasMessageContaining(
            "Email address is not verified. The following identities failed the check in region"
                + " EU-CENTRAL-1: unverified@example.com");
    assertRefused(US, List.of(), "S", "T");
    assertRefused(US, Collections.nCopies(51, "a@example.com"), "S", "T");
    assertRefused(US, List.of("nobody"), "S", "T");
    assertRefused(US, List.of("@example.com"), "S", "T");
    assertRefused(US, List.of("a b@example.com"), "S", "T");
    assertRefused("", List.of("a@example.com"), "S", "T");
    assertRefused(US, List.of("a@example.com"), "S\nBcc: b@example.com", "T");
    assertRefused(US, List.of("a@example.com"), "S", "");
    assertThat(sent.all()).isEmpty();
  }

  @Test
  void what_a_laptop_does_not_understand_is_refused() {
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(
            () ->
                ses.sendEmail(
                    it ->
                        it.fromEmailAddress(US)
                            .destination(to -> to.toAddresses("a@example.com"))
                            .content(content -> content.template(t -> t.templateName("t")))))
        .withMessageContaining("Template is not understood on a laptop.");
    assertThatExceptionOfType(SesV2Exception.class)
        .isThrownBy(() -> ses.listEmailIdentities(it -> {}))
        .withMessageContaining("does not speak this operation");
    assertThatExceptionOfType(SnsException.class)
        .isThrownBy(() -> sns.listTopics(it -> {}))
        .withMessageContaining("does not speak the action ListTopics");
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> sns.publish(it -> it.topicArn("arn:aws:sns:::t").message("T")));
  }

  @Test
  void sends_that_shall_fail_are_rehearsed_by_address_and_number() {
    assertThatThrownBy(() -> send(US, List.of("rejected@laptop.test"), "S", "T"))
        .isInstanceOf(MessageRejectedException.class);
    assertThatThrownBy(() -> send(US, List.of("throttled@laptop.test"), "S", "T"))
        .isInstanceOf(TooManyRequestsException.class);
    assertThatThrownBy(() -> send(US, List.of("unavailable@laptop.test"), "S", "T"))
        .isInstanceOf(SesV2Exception.class);
    assertThat(sent.all()).isEmpty();

    assertThatThrownBy(() -> send(US, List.of("silent@laptop.test"), "S", "T"))
        .isInstanceOf(SdkClientException.class);
    assertThatThrownBy(() -> text("+9990000000", "T")).isInstanceOf(SdkClientException.class);
    assertThat(sent.all()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"+9990000400, 400", "+9990000429, 429", "+9990000500, 500", "+9990000503, 503"})
  void a_number_says_how_it_fails(String number, int status) {
    assertThatExceptionOfType(SnsException.class)
        .isThrownBy(() -> text(number, "T"))
        .matches(failure -> failure.statusCode() == status);
    assertThat(sent.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"15550100", "+1", "+1555O100", "hello"})
  void a_message_needs_a_number(String number) {
    assertThatThrownBy(() -> text(number, "T"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("is not valid to publish to");
  }

  @Test
  void a_message_has_a_text_of_sixteen_hundred_characters_at_most() {
    text("+15550100", "\uD83E\uDD89".repeat(1_600));
    assertThatThrownBy(() -> text("+15550100", "a".repeat(1_601)))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> text("+15550100", "")).isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void calls_without_a_signature_are_refused() throws Exception {
    assertThat(unsigned(mail.uri().resolve("/v2/email/outbound-emails"), "{}").statusCode())
        .isEqualTo(403);
    assertThat(unsigned(texts.uri(), "Action=Publish").statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> unsigned(URI uri, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build(),
            BodyHandlers.ofString());
  }

  private void assertRefused(String from, List<String> to, String subject, String text) {
    assertThatThrownBy(() -> send(from, to, subject, text)).isInstanceOf(BadRequestException.class);
  }

  private SendEmailResponse send(String from, List<String> to, String subject, String text) {
    return ses.sendEmail(
        it ->
            it.fromEmailAddress(from)
                .destination(destination -> destination.toAddresses(to))
                .content(
                    content ->
                        content.simple(
                            simple ->
                                simple
                                    .subject(line -> line.data(subject))
                                    .body(body -> body.text(part -> part.data(text))))));
  }

  private void text(String number, String text) {
    sns.publish(it -> it.phoneNumber(number).message(text));
  }
}
