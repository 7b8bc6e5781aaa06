package io.agencytasks.functions.executors.ghl;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.functions.executors.ghl.LocationLimiter.Location;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocationLimiterTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Location ROME = new Location(1, "rome");

  private final LocationLimiter limiter = new LocationLimiter();

  @Test
  void a_hundred_go_at_once_and_the_next_when_the_first_are_ten_seconds_old() {
    use(50, NOW);
    use(50, NOW.plusSeconds(4));

    assertThat(limiter.turn(ROME, NOW.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
    assertThat(limiter.turn(ROME, NOW.plusSeconds(9))).isEqualTo(Duration.ofSeconds(1));
    use(49, NOW.plusSeconds(10));
    assertThat(limiter.turn(ROME, NOW.plusSeconds(11))).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void who_waits_a_little_has_a_turn_and_who_would_wait_long_has_none() {
    use(100, NOW);

    assertThat(limiter.turn(ROME, NOW)).isEqualTo(Duration.ofSeconds(10));
    assertThat(limiter.turn(ROME, NOW.plusSeconds(8))).isEqualTo(Duration.ofSeconds(2));
    use(99, NOW.plusSeconds(10));
    assertThat(limiter.turn(ROME, NOW.plusSeconds(10))).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void locations_and_users_do_not_wait_for_each_other() {
    use(100, NOW);

    assertThat(limiter.turn(new Location(1, "oslo"), NOW)).isZero();
    assertThat(limiter.turn(new Location(2, "rome"), NOW)).isZero();
  }

  @Test
  void what_others_used_up_counts() {
    use(3, NOW);
    limiter.usedUp(ROME, NOW.plusSeconds(1));

    assertThat(limiter.turn(ROME, NOW.plusSeconds(1))).isEqualTo(Duration.ofSeconds(9));
  }

  private void use(int turns, Instant now) {
    for (int i = 0; i < turns; i++) {
      assertThat(limiter.turn(ROME, now)).isZero();
    }
  }
}
