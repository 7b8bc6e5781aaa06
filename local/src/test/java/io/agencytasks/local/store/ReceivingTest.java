package io.agencytasks.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.inbound.IncomingMessage;
import io.agencytasks.domain.inbound.Intake;
import io.agencytasks.domain.inbound.KnownWebhook;
import io.agencytasks.domain.inbound.KnownWebhooks;
import io.agencytasks.domain.inbound.MessageBody;
import io.agencytasks.domain.inbound.MessageContent;
import io.agencytasks.domain.inbound.MessageIds;
import io.agencytasks.domain.inbound.MessageOutcome;
import io.agencytasks.domain.inbound.MessageThread;
import io.agencytasks.domain.inbound.Receipt;
import io.agencytasks.domain.inbound.ReceiveMessage;
import io.agencytasks.domain.inbound.Receiving;
import io.agencytasks.domain.inbound.TaskWish;
import io.agencytasks.domain.sweep.RingForTheUnheard;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A message of any channel, and what the one statement makes of it. */
class ReceivingTest {
  private static final Owner ALICE = new Owner("alice", null, null);
  private static final Map<TaskType, TypeVerdict> ANY_CONFIG =
      Stream.of(TaskType.values())
          .collect(
              Collectors.toMap(
                  type -> type, type -> new TypeVerdict(List.of(), OnUncertain.RETRY)));

  private final TheStore store = TheStore.emptied();

  @Test
  void what_was_stored_and_never_rung_for_is_found_by_the_sweep() {
    var taken = taken(receive(webhook(), message("1", "ann")));

    assertThat(store.port(RingForTheUnheard.Store.class).find(Lane.STANDARD, 10))
        .containsExactly(taken.task().orElseThrow());
  }

  @Test
  void a_message_by_an_older_version_of_the_webhook_is_not_stored() {
    var webhook = webhook();
    store.tell("update user_webhooks set version = version + 1");

    assertThat(receive(webhook, message("1", "ann")).receipt()).isEqualTo(new Receipt.Changed());
    assertThat(store.count("select count(*) from inbound_messages")).isZero();
  }

  @Test
  void what_answers_an_earlier_message_goes_on_in_its_conversation() {
    var webhook = webhook();
    receive(webhook, message("1", "ann"));
    receive(webhook, message("2", "bob", "0", "1"));
    receive(webhook, message("3", "bob"));

    assertThat(
            store.ask(
                """
                select string_agg(cast(dense as text), ' ' order by id)
                from (select id, dense_rank() over (order by conversation_id) as dense
                      from inbound_messages) ranked
                """))
        .isEqualTo("1 1 2");
  }

  @Test
  void what_its_channel_keeps_back_is_kept_and_no_more() {
    var kept = new Intake.Keep(MessageOutcome.QUARANTINED, "It has a virus.");

    var taken = taken(receive(webhook(), message("1", "ann", kept)));

    assertThat(taken.outcome()).isEqualTo(MessageOutcome.QUARANTINED);
    assertThat(taken.task()).isEmpty();
    assertThat(store.ask("select outcome_reason from inbound_messages"))
        .isEqualTo("It has a virus.");
    assertThat(store.count("select count(*) from agency_tasks")).isZero();
  }

  @Test
  void a_message_that_no_task_can_be_made_of_is_refused_and_says_why() {
    var webhook = webhook();
    store.tell("update user_webhooks set defaults = defaults || '{\"title\": null}'");

    var taken = taken(receive(webhook, message("1", "ann")));

    assertThat(taken.outcome()).isEqualTo(MessageOutcome.REFUSED);
    assertThat(store.ask("select outcome_reason from inbound_messages"))
        .isEqualTo("title is required");
  }

  @Test
  void the_same_proof_under_another_id_is_a_repeat() {
    var webhook = webhook();
    var first = taken(receive(webhook, proven("1")));

    assertThat(receive(webhook, proven("2")).receipt())
        .isEqualTo(new Receipt.Repeated(first.message(), first.task()));
  }

  private Receiving receive(KnownWebhook webhook, IncomingMessage message) {
    return store
        .port(ReceiveMessage.Store.class)
        .receive(webhook, message, TaskPatch.NOTHING, ANY_CONFIG);
  }

  private static Receipt.Taken taken(Receiving receiving) {
    return (Receipt.Taken) receiving.receipt();
  }

  private KnownWebhook webhook() {
    store.tell("insert into users (subject) values (?)", ALICE.subject());
    store.tell(
        """
        insert into user_webhooks (user_id, name, channel, verification, secret, defaults, rules)
        select id, 'Orders', 'custom', 'standard', 'sealed',
               '{"title": "Order", "task_type": "reminder"}',
               '{"mapping": {"metadata": {}, "execution_config": {}}, "allowed_senders": [],
                 "blocked_senders": [], "phrases": [], "markers": true,
                 "replies_are_input": false, "messages_per_minute": 60}'
        from users
        """);
    var publicId = UUID.fromString(store.ask("select public_id from user_webhooks"));
    return store.port(KnownWebhooks.Store.class).find(publicId).orElseThrow();
  }

  private static IncomingMessage message(String id, String sender, String... answers) {
    return message(id, sender, null, new Intake.MakeTask(false), answers);
  }

  private static IncomingMessage message(String id, String sender, Intake intake) {
    return message(id, sender, null, intake);
  }

  private static IncomingMessage proven(String id) {
    return message(id, "ann", "proof", new Intake.MakeTask(false));
  }

  private static IncomingMessage message(
      String id, String sender, @Nullable String proof, Intake intake, String... answers) {
    return new IncomingMessage(
        new MessageIds(id, proof, null),
        sender,
        new MessageThread(sender, List.of(answers)),
        MessageContent.of(MessageBody.text("Two desks")),
        null,
        null,
        TaskWish.of(null, null),
        intake);
  }
}
