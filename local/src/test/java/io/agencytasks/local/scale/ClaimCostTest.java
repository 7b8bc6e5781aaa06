package io.agencytasks.local.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.task.Lane;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a claim costs is a look at each tenant's first task, and its own tasks. */
@Tag("NFR-007")
class ClaimCostTest {
  private static final int TENANTS = 2_002;

  /** A descent of the index. */
  private static final int PAGES_A_TENANT = 4;

  /**
   * To look at ten tenants anew, and to write ten tasks, executions and events with their indexes.
   */
  private static final int PAGES_TO_START_TEN = 4_000;

  /** The four hundred most urgent tasks of all are of one tenant. */
  private static final String ONE_IN_FRONT =
      """
      update agency_tasks
      set released_at = released_at - interval '10 years'
      where id in (
        select t.id
        from agency_tasks t
        join users u on u.id = t.user_id
        where u.subject = 'heavy' and t.lane = 'standard' and t.status in ('pending', 'queued')
          and t.released_at is not null
        order by t.id
        limit 400)
      """;

  private final AMillionTasks million = AMillionTasks.loaded();

  @Test
  void a_claim_reads_a_few_pages_for_each_tenant_however_much_they_have() {
    assertThatAClaimReadsLittleAfter("select 1");
  }

  @Test
  void each_tenant_is_looked_at_where_one_has_all_of_the_most_urgent() {
    assertThatAClaimReadsLittleAfter(ONE_IN_FRONT);
  }

  private void assertThatAClaimReadsLittleAfter(String change) {
    Plan plan =
        million
            .plansAfter(
                change,
                it ->
                    it.port(RunExecutions.Claims.class)
                        .claim(Lane.STANDARD, 10, Duration.ofMinutes(1)))
            .getFirst();

    assertThat(plan.pages())
        .as(plan.text())
        .isLessThan(TENANTS * PAGES_A_TENANT + PAGES_TO_START_TEN);
  }
}
