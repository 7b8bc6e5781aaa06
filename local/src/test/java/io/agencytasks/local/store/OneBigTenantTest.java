package io.agencytasks.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Priority;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One tenant has all that is ready, and the statistics say so; others are listed whose tasks are
 * done. To look for theirs among the most urgent of all would seem cheap then, and be a walk
 * through the whole backlog for each of them: twenty times as long as a claim.
 */
@Tag("NFR-007")
class OneBigTenantTest {
  private static final int BACKLOG = 20_000;
  private static final int OTHERS = 99;
  private static final int A_LOOK_AT_EACH = 10;

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  @Test
  void does_not_make_looking_at_the_others_slow() {
    new Backlog(store).of("alice", BACKLOG, Priority.MEDIUM, Duration.ofHours(1));
    store.tell("analyze agency_tasks");
    long alone = fastestClaim();

    store.tell(
        "insert into users (subject) select 'other-' || n from generate_series(1, ?) n", OTHERS);
    store.tell("insert into ready_tenants select id from users where subject like 'other-%'");

    assertThat(fastestClaim()).isLessThan(A_LOOK_AT_EACH * alone);
  }

  /** In nanoseconds, of five that each start one task. */
  private long fastestClaim() {
    return LongStream.range(0, 5)
        .map(
            n -> {
              long before = System.nanoTime();
              assertThat(worker.claim(1)).hasSize(1);
              return System.nanoTime() - before;
            })
        .min()
        .orElseThrow();
  }
}
