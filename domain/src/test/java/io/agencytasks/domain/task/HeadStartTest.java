package io.agencytasks.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadStartTest {
  private final HeadStart headStart = HeadStart.USUAL;

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

  @Test
  void an_operator_may_set_other_tables() {
    var other =
        HeadStart.of(
            "low=0s, medium=90s, high=15m, critical=2d",
            "immediate=1h,urgent=0s,soon=0s,normal=0s");

    assertThat(other.of(Priority.MEDIUM)).isEqualTo(Duration.ofSeconds(90));
    assertThat(other.of(Priority.CRITICAL, Urgency.IMMEDIATE)).isEqualTo(Duration.ofHours(49));
    assertThat(other.ofWish()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | \"\" is no name with a time such as high=4h",
        "low=0s,medium | \"medium\" is no name with a time such as high=4h",
        "low=-1s | \"low=-1s\" is no name with a time such as high=4h",
        "low=0s,medium=1h,high=4h,urgent=9h | nothing is called urgent",
        "low=0s,medium=1h,high=4h,low=9h | low stands there twice",
        "low=0s,medium=1h,high=4h | it leaves out [critical]",
        "low=0s,medium=1h,high=4h,critical=366d | critical is worth more than a year"
      })
  void a_table_that_makes_no_sense_is_refused_by_name(String table, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeadStart.of(table, HeadStart.BY_URGENCY))
        .withMessage("HEAD_START_BY_PRIORITY cannot be used: %s.", why);
  }
}
