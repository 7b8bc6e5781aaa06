package io.agencytasks.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeadStartTest {
  private final HeadStart headStart = new HeadStart();

  @Test
  void a_low_and_normal_task_has_none() {
    assertThat(headStart.of(Priority.LOW, Urgency.NORMAL)).isZero();
  }

  @Test
  void priority_and_urgency_add_up() {
    assertThat(headStart.of(Priority.HIGH, Urgency.URGENT)).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void more_priority_or_urgency_is_always_worth_more() {
    assertThat(Priority.values())
        .extracting(priority -> headStart.of(priority, Urgency.NORMAL))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(Urgency.values())
        .extracting(urgency -> headStart.of(Priority.LOW, urgency))
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
