package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.BOOLEAN;
import static io.agencytasks.functions.http.Decoders.oneOf;
import static io.agencytasks.functions.http.Decoders.text;

import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.template.TemplateId;
import io.agencytasks.domain.webhook.Channel;
import io.agencytasks.domain.webhook.NewWebhook;
import io.agencytasks.domain.webhook.Rules;
import io.agencytasks.domain.webhook.Verification;
import io.agencytasks.domain.webhook.WebhookName;
import io.agencytasks.domain.webhook.WebhookPatch;
import io.agencytasks.domain.webhook.WebhookSecret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies that create a webhook, change it and give it another secret. */
final class WebhookInput {
  private static final Decoder<WebhookName> NAME = text(WebhookName::new);
  private static final Decoder<WebhookSecret> SECRET = text(WebhookSecret::new);
  private static final Decoder<TemplateId> TEMPLATE =
      node -> new TemplateId(Decoders.TASK_ID.decode(node).value());

  /** Judged by the channel, where that is known; here only by what any of them could take. */
  private static final Decoder<String> ADDRESS =
      text(
          address -> {
            Decoders.require(
                Channel.SMS.takes(address) || Channel.EMAIL.takes(address),
                "must be a number like +4915112345678 or a mailbox like tasks@example.com");
            return address;
          });

  private WebhookInput() {}

  static NewWebhook create(Fields in, TaskTypes types) {
    var name = in.required("name", NAME);
    var channel = in.required("channel", oneOf(Channel.class));
    var address = in.nullable("address", ADDRESS);
    var enabled = in.optional("enabled", BOOLEAN, true);
    var verification = in.nullable("verification", oneOf(Verification.class));
    var secret = in.nullable("secret", SECRET);
    var templateId = in.nullable("templateId", TEMPLATE);
    var defaults =
        in.optional("defaults", node -> TemplateInput.task(node, types), TaskPatch.NOTHING);
    var rules = in.optional("rules", WebhookRulesInput::read, Rules.USUAL);
    if (channel.isSound() && address.isSound() && verification.isSound() && secret.isSound()) {
      refuseMisfits(in, channel.get(), address.get(), verification.get(), secret.get());
    }
    in.end();
    return new NewWebhook(
        name.get(),
        channel.get(),
        address.get(),
        enabled.get(),
        verification.get(),
        secret.get(),
        templateId.get(),
        defaults.get(),
        rules.get());
  }

  static WebhookPatch patch(Fields in, TaskTypes types) {
    var name = in.patch("name", NAME);
    var address = in.patch("address", ADDRESS);
    var enabled = in.patch("enabled", BOOLEAN);
    var templateId = in.clearable("templateId", TEMPLATE);
    var defaults = in.patch("defaults", node -> TemplateInput.task(node, types));
    var rules = in.patch("rules", WebhookRulesInput::read);
    in.refuseIf(in.areEmpty(), "", "must change something");
    in.end();
    return new WebhookPatch(
        name.get(), address.get(), enabled.get(), templateId.get(), defaults.get(), rules.get());
  }

  /** The secret that a sender has chosen, if it has. */
  static Optional<WebhookSecret> secret(Fields in) {
    var secret = in.nullable("secret", SECRET);
    in.end();
    return Optional.ofNullable(secret.get());
  }

  private static void refuseMisfits(
      Fields in,
      Channel channel,
      @Nullable String address,
      @Nullable Verification verification,
      @Nullable WebhookSecret secret) {
    boolean custom = channel == Channel.CUSTOM;
    in.refuseIf(
        custom && address != null, "address", "must be left out: a custom webhook has a URL");
    in.refuseIf(
        !custom && (address == null || !channel.takes(address)),
        "address",
        channel == Channel.SMS
            ? "must be a number like +4915112345678"
            : "must be a mailbox like tasks@example.com");
    in.refuseIf(custom && verification == null, "verification", "is required of a custom webhook");
    in.refuseIf(!custom && verification != null, "verification", "is for custom webhooks alone");
    in.refuseIf(!custom && secret != null, "secret", "is for custom webhooks alone");
    in.refuseIf(
        verification == Verification.STANDARD && secret != null && !secret.isStandard(),
        "secret",
        "must be whsec_ and 24 to 64 bytes in Base64");
  }
}
