package io.agencytasks.domain.inbound;

import io.agencytasks.domain.webhook.Channel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds webhooks by what their URLs end with, and remembers those that were found last. What is
 * remembered may be old: whoever takes a message by it says by which version.
 */
public final class KnownWebhooks {
  /** Each may be half a megabyte. */
  private static final int MOST = 200;

  /** Reads a webhook for anybody who knows its URL or address, in one statement. */
  public interface Store {

    /** One that is enabled. */
    Optional<KnownWebhook> find(UUID publicId);

    /** The one that is enabled for a number or mailbox, of which there is one at the most. */
    Optional<KnownWebhook> byAddress(Channel channel, String address);
  }

  private final Store webhooks;
  private final Map<UUID, KnownWebhook> remembered = Collections.synchronizedMap(new Latest());

  public KnownWebhooks(Store webhooks) {
    this.webhooks = webhooks;
  }

  Optional<KnownWebhook> remembered(UUID publicId) {
    return Optional.ofNullable(remembered.get(publicId));
  }

  Optional<KnownWebhook> find(UUID publicId) {
    var found = webhooks.find(publicId);
    found.ifPresentOrElse(
        webhook -> remembered.put(publicId, webhook), () -> remembered.remove(publicId));
    return found;
  }

  private static final class Latest extends LinkedHashMap<UUID, KnownWebhook> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, KnownWebhook> eldest) {
      return size() > MOST;
    }
  }
}
