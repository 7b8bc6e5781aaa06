package io.agencytasks.functions.inbound.email;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNS;
import io.agencytasks.domain.inbound.Receipt;
import io.agencytasks.domain.inbound.Receipt.Repeated;
import io.agencytasks.domain.inbound.Receipt.Taken;
import io.agencytasks.domain.metrics.Metric;
import io.agencytasks.domain.metrics.Metrics;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from SES, by way of SNS, that mail came in, and takes it in. What fails, Lambda tries
 * again; what is no notice of our mail would be none then either, and is counted.
 */
public final class ReceiveMailFunction implements RequestHandler<SNSEvent, Boolean> {
  private static final Logger log = LoggerFactory.getLogger(ReceiveMailFunction.class);

  private final ReceiveMail receiveMail;
  private final InboundMailSettings settings;
  private final Metrics metrics;

  public ReceiveMailFunction() {
    this(FunctionContext.lazy());
  }

  ReceiveMailFunction(ApplicationContext context) {
    this.receiveMail = context.getBean(ReceiveMail.class);
    this.settings = context.getBean(InboundMailSettings.class);
    this.metrics = context.getBean(Metrics.class);
  }

  @Override
  public Boolean handleRequest(SNSEvent event, Context context) {
    for (var record : event.getRecords()) {
      ours(record.getSNS()).ifPresentOrElse(this::receive, this::refuse);
    }
    return true;
  }

  private Optional<MailNotice> ours(SNS message) {
    return Optional.of(message)
        .filter(it -> settings.topicArn().equals(it.getTopicArn()))
        .flatMap(it -> MailNotice.of(it.getMessage()))
        .filter(notice -> settings.bucket().equals(notice.bucket()));
  }

  private void receive(MailNotice notice) {
    var receipts = receiveMail.apply(notice);
    receipts.forEach(receipt -> tell(notice, receipt));
    if (receipts.isEmpty()) {
      log.atInfo().addKeyValue("mail", notice.id()).log("a mail is to none of our webhooks");
    }
  }

  private void refuse() {
    metrics.tell(List.of(Metric.MAILS_REFUSED.of(1)));
    log.atWarn().log("refused what is no notice of our mail");
  }

  private static void tell(MailNotice notice, Receipt receipt) {
    var line = log.atInfo().addKeyValue("mail", notice.id());
    if (receipt instanceof Taken(var message, var outcome, var task)) {
      line.addKeyValue("message", message.value())
          .addKeyValue("outcome", outcome)
          .addKeyValue("task", task.map(it -> it.value()).orElse(null))
          .log("took a mail in");
    } else if (receipt instanceof Repeated(var message, var task)) {
      line.addKeyValue("message", message.value()).log("a mail came again");
    }
  }
}
