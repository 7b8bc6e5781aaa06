package io.agencytasks.functions.wiring;

import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.artifact.MessageFiles;
import io.agencytasks.domain.conversation.GetConversation;
import io.agencytasks.domain.conversation.ListConversations;
import io.agencytasks.domain.execution.ExecutorRegistry;
import io.agencytasks.domain.inbound.JudgeMessage;
import io.agencytasks.domain.inbound.KeptMessageReader;
import io.agencytasks.domain.inbound.KnownWebhooks;
import io.agencytasks.domain.inbound.ListMessages;
import io.agencytasks.domain.inbound.MessageReader;
import io.agencytasks.domain.inbound.Proofs;
import io.agencytasks.domain.inbound.ReceiveHook;
import io.agencytasks.domain.inbound.ReceiveMessage;
import io.agencytasks.domain.inbound.ReceiveText;
import io.agencytasks.domain.inbound.ReplayMessage;
import io.agencytasks.domain.inbound.TryMessage;
import io.agencytasks.domain.metrics.Metrics;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.webhook.GetWebhook;
import io.agencytasks.domain.webhook.Seal;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The use cases about messages that come in, and the conversations that they make up. */
@Factory
final class InboundUseCases {

  @Singleton
  JudgeMessage judgeMessage() {
    return new JudgeMessage();
  }

  @Singleton
  KnownWebhooks knownWebhooks(KnownWebhooks.Store webhooks) {
    return new KnownWebhooks(webhooks);
  }

  @Singleton
  ReceiveMessage receiveMessage(
      ReceiveMessage.Store messages,
      MessageFiles files,
      JudgeMessage judge,
      Doorbell doorbell,
      EventBell events,
      ExecutorRegistry executors) {
    return new ReceiveMessage(messages, files, judge, doorbell, events, executors);
  }

  @Singleton
  ReceiveHook receiveHook(
      KnownWebhooks webhooks,
      Seal seal,
      Proofs proofs,
      MessageReader reader,
      ReceiveMessage receive,
      Metrics metrics,
      RandomGenerator random,
      Clock clock) {
    return new ReceiveHook(webhooks, seal, proofs, reader, receive, metrics, random, clock);
  }

  @Singleton
  ReceiveText receiveText(KnownWebhooks.Store webhooks, ReceiveMessage receive) {
    return new ReceiveText(webhooks, receive);
  }

  @Singleton
  ReplayMessage replayMessage(
      ReplayMessage.Messages messages,
      ReplayMessage.Store store,
      MessageFiles files,
      MessageReader reader,
      KeptMessageReader keptReader,
      JudgeMessage judge,
      Doorbell doorbell,
      EventBell events,
      ExecutorRegistry executors) {
    return new ReplayMessage(
        messages, store, files, reader, keptReader, judge, doorbell, events, executors);
  }

  @Singleton
  TryMessage tryMessage(
      GetWebhook.Store webhooks,
      TryMessage.Store tasks,
      MessageReader reader,
      JudgeMessage judge,
      ExecutorRegistry executors) {
    return new TryMessage(webhooks, tasks, reader, judge, executors);
  }

  @Singleton
  ListMessages listMessages(ListMessages.Store messages, ArtifactLinks links) {
    return new ListMessages(messages, links);
  }

  @Singleton
  ListConversations listConversations(ListConversations.Store conversations) {
    return new ListConversations(conversations);
  }

  @Singleton
  GetConversation getConversation(GetConversation.Store conversations, ArtifactLinks links) {
    return new GetConversation(conversations, links);
  }
}
