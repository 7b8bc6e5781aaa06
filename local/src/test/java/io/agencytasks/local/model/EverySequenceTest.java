package io.agencytasks.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.store.TheStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done in whatever order, by two at once: every answer is one that the model gives too,
 * and nothing runs without the approval that it needs. {@code -Dmodel.sequences} makes it more,
 * {@code -Dmodel.seed} begins with another; a sequence is told by its seed.
 */
class EverySequenceTest {
  private static final int SEQUENCES = Integer.getInteger("model.sequences", 300);
  private static final long SEED = Long.getLong("model.seed", 1);

  private final TheStore store = TheStore.emptied();

  @Test
  @Tag("NFR-014")
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
      }
    }
  }
}
