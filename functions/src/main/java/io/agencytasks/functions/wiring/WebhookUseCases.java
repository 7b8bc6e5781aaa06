package io.agencytasks.functions.wiring;

import io.agencytasks.domain.execution.ExecutorRegistry;
import io.agencytasks.domain.webhook.CreateWebhook;
import io.agencytasks.domain.webhook.DeleteWebhook;
import io.agencytasks.domain.webhook.GetWebhook;
import io.agencytasks.domain.webhook.ListWebhooks;
import io.agencytasks.domain.webhook.RotateSecret;
import io.agencytasks.domain.webhook.Seal;
import io.agencytasks.domain.webhook.UpdateWebhook;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

/** The use cases about webhooks. */
@Factory
final class WebhookUseCases {

  @Singleton
  CreateWebhook createWebhook(
      CreateWebhook.Store webhooks, Seal seal, ExecutorRegistry executors, RandomGenerator random) {
    return new CreateWebhook(webhooks, seal, executors, random);
  }

  @Singleton
  ListWebhooks listWebhooks(ListWebhooks.Store webhooks) {
    return new ListWebhooks(webhooks);
  }

  @Singleton
  GetWebhook getWebhook(GetWebhook.Store webhooks) {
    return new GetWebhook(webhooks);
  }

  @Singleton
  UpdateWebhook updateWebhook(UpdateWebhook.Store webhooks, ExecutorRegistry executors) {
    return new UpdateWebhook(webhooks, executors);
  }

  @Singleton
  DeleteWebhook deleteWebhook(DeleteWebhook.Store webhooks) {
    return new DeleteWebhook(webhooks);
  }

  @Singleton
  RotateSecret rotateSecret(RotateSecret.Store webhooks, Seal seal, RandomGenerator random) {
    return new RotateSecret(webhooks, seal, random);
  }
}
