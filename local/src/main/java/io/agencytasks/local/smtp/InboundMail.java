package io.agencytasks.local.smtp;

import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.sns.Topics;
import io.agencytasks.local.template.Stack;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.subethamail.smtp.server.SMTPServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * SMTP on a port of the loopback address, where mail to the domains of the stack's receipt rules is
 * taken: any mail program can send it. Nobody logs in, and nothing is encrypted.
 */
public final class InboundMail implements AutoCloseable {
  /** What SES takes to put into S3. */
  static final int MOST_BYTES = 40 * 1024 * 1024;

  private static final int MOST_RECIPIENTS = 500;
  private static final int MOST_CONNECTIONS = 200;

  private final SMTPServer server;
  private final S3Client s3;

  /**
   * Where mail comes in, and where it goes.
   *
   * @param port 0 for any free one
   * @param s3 where S3 is spoken
   */
  public record Settings(int port, URI s3, String accessKeyId, String secretAccessKey) {}

  private InboundMail(SMTPServer server, S3Client s3) {
    this.server = server;
    this.s3 = s3;
  }

  /**
   * Starts taking mail, by the stack's receipt rules.
   *
   * @param ids makes the ids of mails
   * @throws BindException when the port is another's
   */
  public static InboundMail start(
      Settings settings,
      Stack stack,
      Topics topics,
      AwsAccount account,
      Clock clock,
      Supplier<UUID> ids)
      throws BindException {
    S3Client s3 =
        S3Client.builder()
            .endpointOverride(settings.s3())
            .region(Region.of(account.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKeyId(), settings.secretAccessKey())))
            .build();
    var receipts = new ReceiptRules(stack.receiptRules(), new S3Action(s3, topics, clock, ids));
    SMTPServer server =
        SMTPServer.port(settings.port())
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .softwareName("Agency Tasks on a laptop")
            .maxMessageSize(MOST_BYTES)
            .maxRecipients(MOST_RECIPIENTS)
            .maxConnections(MOST_CONNECTIONS)
            .insertReceivedHeaders(false)
            .messageHandlerFactory(_ -> new Transaction(receipts))
            .build();
    try {
      server.start();
    } catch (RuntimeException e) {
      s3.close();
      if (e.getCause() instanceof BindException taken) {
        throw taken;
      }
      throw e;
    }
    return new InboundMail(server, s3);
  }

  /** {@code smtp://localhost:2525}. */
  public URI uri() {
    return URI.create("smtp://localhost:" + server.getPortAllocated());
  }

  /** Takes no more mail. */
  @Override
  public void close() {
    server.stop();
    s3.close();
  }
}
