package io.agencytasks.functions.inbound.sms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNS;
import io.agencytasks.domain.inbound.MessageId;
import io.agencytasks.domain.inbound.Receipt;
import io.agencytasks.domain.inbound.Receipt.Changed;
import io.agencytasks.domain.inbound.Receipt.NotProven;
import io.agencytasks.domain.inbound.Receipt.Repeated;
import io.agencytasks.domain.inbound.Receipt.Taken;
import io.agencytasks.domain.inbound.Receipt.TooMany;
import io.agencytasks.domain.inbound.ReceiveText;
import io.agencytasks.domain.metrics.Metric;
import io.agencytasks.domain.metrics.Metrics;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of text messages that came to our numbers. Nobody sends one again, so whatever may go well
 * later fails here: Lambda tries it twice more, a minute and two later, and then it waits for a
 * person in the dead letters. That also is where what is over a webhook's {@code messagesPerMinute}
 * goes in the end, and nothing is lost. What never can go well is counted, and forgotten.
 */
public final class ReceiveSmsFunction implements RequestHandler<SNSEvent, Boolean> {
  private static final Logger log = LoggerFactory.getLogger(ReceiveSmsFunction.class);

  private final ReceiveText receiveText;
  private final Metrics metrics;
  private final SmsSettings settings;

  public ReceiveSmsFunction() {
    this(FunctionContext.lazy());
  }

  ReceiveSmsFunction(ApplicationContext context) {
    this.receiveText = context.getBean(ReceiveText.class);
    this.metrics = context.getBean(Metrics.class);
    this.settings = context.getBean(SmsSettings.class);
  }

  @Override
  public Boolean handleRequest(SNSEvent event, Context context) {
    event.getRecords().forEach(each -> settle(receipt(each.getSNS())));
    return true;
  }

  private Receipt receipt(SNS notification) {
    if (!settings.topicArn().equals(notification.getTopicArn())) {
      return new NotProven();
    }
    var at = Instant.ofEpochMilli(notification.getTimestamp().getMillis());
    return Optional.ofNullable(notification.getMessage())
        .flatMap(message -> SmsReader.read(message, at))
        .map(receiveText::apply)
        .orElseGet(NotProven::new);
  }

  private void settle(Receipt receipt) {
    switch (receipt) {
      case Taken(var message, var outcome, var task) -> tell(message, task, outcome.toString());
      case Repeated(var message, var task) -> tell(message, task, "repeated");
      case NotProven() -> metrics.tell(List.of(Metric.TEXTS_REFUSED.of(1)));
      case TooMany(var retryAfter) ->
          throw new IllegalStateException("more than the webhook takes in a minute");
      case Changed() -> throw new IllegalStateException("the webhook is being changed");
    }
  }

  private static void tell(MessageId message, Optional<TaskId> task, String outcome) {
    log.atInfo()
        .addKeyValue("inboundMessage", message.value())
        .addKeyValue("task", task.map(TaskId::value).orElse(null))
        .addKeyValue("outcome", outcome)
        .log("took a text message");
  }
}
