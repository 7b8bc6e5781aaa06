package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.BOB;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import io.agencytasks.domain.sweep.ForgetOldAnswers;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.StatementRefused;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Work and answer under an Idempotency-Key are kept together, once, for its owner and a day. */
@Tag("NFR-013")
class RepeatingTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("key-1", "hash-1");

  private final TheStore store = TheStore.emptied();

  @Test
  @Tag("NFR-006")
  void a_hundred_requests_at_once_make_one_task() {
    var answers = AtOnce.times(100, () -> aTask().offeredTo(store, KEY));

    assertOneTask(answers);
  }

  @RepeatedTest(5)
  void twenty_requests_at_once_make_one_task_when_the_key_has_just_expired() {
    aTask().offeredTo(store, KEY);
    expire();
    store.tell("delete from task_events");
    store.tell("delete from agency_tasks");

    assertOneTask(AtOnce.times(20, () -> aTask().offeredTo(store, KEY)));
  }

  @Test
  void a_repeat_answers_as_the_first_did_whatever_became_of_the_task() {
    var first = aTask().maximal().offeredTo(store, KEY);
    store.tell("update agency_tasks set status = 'cancelled'");

    var repeat = aTask().maximal().offeredTo(store, KEY);

    assertThat(repeat).isEqualTo(new Once.Again<>(first.outcome().orElseThrow()));
    assertThat(repeat.outcome())
        .get()
        .isInstanceOfSatisfying(Creation.Created.class, it -> assertThat(it.runsIn()).isZero());
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  void a_refusal_is_kept_as_well() {
    var lacking = aTask().dependingOn(new TaskId(999_999_999));
    var first = lacking.offeredTo(store, KEY);

    assertThat(first.outcome()).get().isInstanceOf(Creation.Refused.class);
    assertThat(lacking.offeredTo(store, KEY))
        .isEqualTo(new Once.Again<>(first.outcome().orElseThrow()));
  }

  @Test
  void another_request_under_the_key_does_nothing_and_leaves_the_answer() {
    var first = aTask().offeredTo(store, KEY);

    assertThat(aTask().offeredTo(store, new IdempotencyKey(KEY.value(), "hash-2")))
        .isEqualTo(new Once.OtherRequest<>());
    assertThat(tasks()).isEqualTo(1);
    assertThat(aTask().offeredTo(store, KEY))
        .isEqualTo(new Once.Again<>(first.outcome().orElseThrow()));
  }

  @Test
  @Tag("NFR-019")
  void the_keys_of_two_users_do_not_meet() {
    aTask().of(ALICE).offeredTo(store, KEY);

    assertThat(aTask().of(BOB).offeredTo(store, KEY)).isInstanceOf(Once.First.class);
    assertThat(tasks()).isEqualTo(2);
  }

  @Test
  void an_expired_key_counts_as_none_and_is_replaced() {
    aTask().offeredTo(store, KEY);
    expire();

    assertThat(aTask().offeredTo(store, new IdempotencyKey(KEY.value(), "hash-2")))
        .isInstanceOf(Once.First.class);
    assertThat(tasks()).isEqualTo(2);
    assertThat(keys("request_hash = 'hash-2' and expires_at > now() + interval '23 hours'"))
        .isEqualTo(1);
  }

  @Test
  void what_fails_on_its_way_leaves_neither_task_nor_key() {
    store.tell("alter table task_events add constraint broken check (false) not valid");
    try {
      assertThatThrownBy(() -> aTask().offeredTo(store, KEY)).isInstanceOf(StatementRefused.class);
    } finally {
      store.tell("alter table task_events drop constraint broken");
    }

    assertThat(tasks()).isZero();
    assertThat(aTask().offeredTo(store, KEY)).isInstanceOf(Once.First.class);
  }

  @Test
  void without_a_key_nothing_is_kept() {
    aTask().offeredTo(store, null);
    aTask().offeredTo(store, null);

    assertThat(tasks()).isEqualTo(2);
    assertThat(keys("true")).isZero();
  }

  @Test
  void the_sweep_forgets_what_has_expired_some_at_a_time() {
    for (int n = 0; n < 5; n++) {
      aTask().offeredTo(store, new IdempotencyKey("old-" + n, "hash"));
    }
    expire();
    aTask().offeredTo(store, KEY);
    var oldAnswers = store.port(ForgetOldAnswers.Store.class);

    assertThat(List.of(oldAnswers.forget(3), oldAnswers.forget(3), oldAnswers.forget(3)))
        .containsExactly(3, 2, 0);
    assertThat(keys("key = 'key-1'")).isEqualTo(1);
  }

  private void assertOneTask(List<Once<Creation>> answers) {
    var first = answers.stream().filter(Once.First.class::isInstance).toList();
    assertThat(first).hasSize(1);
    var again = new Once.Again<>(first.getFirst().outcome().orElseThrow());
    assertThat(answers)
        .filteredOn(answer -> !(answer instanceof Once.First))
        .allSatisfy(answer -> assertThat(answer).isIn(again, new Once.InFlight<Creation>()));
    assertThat(tasks()).isEqualTo(1);
    assertThat(store.count("select count(*) from task_events")).isEqualTo(1);
    assertThat(aTask().offeredTo(store, KEY)).isEqualTo(again);
  }

  private void expire() {
    store.tell("update idempotency_keys set expires_at = now()");
  }

  private long tasks() {
    return store.count("select count(*) from agency_tasks");
  }

  private long keys(String which) {
    return store.count("select count(*) from idempotency_keys where " + which);
  }
}
