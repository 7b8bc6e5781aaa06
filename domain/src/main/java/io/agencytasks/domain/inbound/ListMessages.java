package io.agencytasks.domain.inbound;

import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.history.History;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.webhook.WebhookId;
import java.util.Optional;

/** Shows what came in by a webhook, newest first, and what became of each. */
public final class ListMessages {

  /** Reads a page of messages. */
  public interface Store {

    /**
     * One statement, but for a page that outgrows one answer of the database.
     *
     * @return empty where the owner has no such webhook
     */
    Optional<History<Message>> messages(Owner owner, WebhookId webhook, Stretch stretch);
  }

  private final Store messages;
  private final ArtifactLinks links;

  public ListMessages(Store messages, ArtifactLinks links) {
    this.messages = messages;
    this.links = links;
  }

  public Optional<History<Message>> apply(Owner owner, WebhookId webhook, Stretch stretch) {
    return messages
        .messages(owner, webhook, stretch)
        .map(
            page ->
                new History<>(
                    page.entries().stream().map(it -> it.linkedBy(links)).toList(), page.total()));
  }
}
