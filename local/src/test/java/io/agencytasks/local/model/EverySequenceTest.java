package io.agencytasks.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.store.TheStore;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done in whatever order, by two at once: every answer is one that the model gives too,
 * and nothing runs without the approval that it needs. {@code -Dmodel.sequences} makes it more;
 * {@code -Dmodel.seed} begins with the one that a failure names, which draws the same calls as long
 * as chance lets the same of two callers win.
 */
class EverySequenceTest {
  private static final int SEQUENCES = Integer.getInteger("model.sequences", 1000);
  private static final long SEED = Long.getLong("model.seed", 1);

  private static final int ENOUGH_FOR_EVERY_ANSWER = 1000;

  private final TheStore store = TheStore.emptied();
  private final Set<String> answers = new TreeSet<>();

  @Test
  @Tag("NFR-014")
  @Tag("US-007")
  @Tag("US-008")
  @Tag("AC-006")
  @Tag("AC-007")
  @Tag("FR-004.9")
  @Tag("FR-005.4")
  @Tag("FR-005.8")
  @Tag("FR-006.6")
  @Tag("FR-007.3")
  @Tag("FR-007.4")
  @Tag("FR-007.5")
  @Tag("FR-008.3")
  @Tag("FR-009.4")
  @Tag("FR-009.5")
  @Tag("FR-009.6")
  @Tag("FR-009.7")
  @Tag("FR-010.1")
  @Tag("FR-010.2")
  @Tag("FR-010.3")
  @Tag("FR-010.4")
  @Tag("FR-010.5")
  void every_answer_is_the_models() {
    try (var two = new Two();
        var superuser = Superuser.of(store)) {
      for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
        var subject = "model-" + seed;
        var sequence = new Sequence(seed, new TheApi(store, superuser, subject), two);
        sequence.run();
        var audit = new Audit(superuser, subject);
        assertThat(audit.faults()).as(sequence::story).isEqualTo("[]");
        audit.putAway();
        answers.addAll(sequence.answers());
      }
    }
    if (SEQUENCES >= ENOUGH_FOR_EVERY_ANSWER) {
      assertThat(answers)
          .containsExactly(
              "Beat alive",
              "Beat refused",
              "CalledBack completed",
              "CalledBack deferred",
              "CalledBack failed",
              "CalledBack noted",
              "CalledBack pending",
              "CalledBack refused",
              "CalledBack waiting_input",
              "Expect expected",
              "Expect refused",
              "Settle completed",
              "Settle deferred",
              "Settle failed",
              "Settle in_progress",
              "Settle pending",
              "Settle refused",
              "Settle waiting_input");
    }
  }
}
