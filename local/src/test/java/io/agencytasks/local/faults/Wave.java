package io.agencytasks.local.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Schedules side by side on one cloud: through the faults, two sweeps after them, and an audit. */
final class Wave {
  private static final Odds OF_THE_WORKS =
      new Odds(
          Map.of(
              Fault.FAIL_BEFORE, 80,
              Fault.LOSE_ANSWER, 80,
              Fault.DELAY, 50,
              Fault.OUTLIVE_LEASE, 20));

  private static final Duration BETWEEN_SWEEPS = Duration.ofMillis(700);

  private final FaultyCloud cloud;
  private final Works works;
  private final long seed;
  private final List<Schedule> schedules;
  private final List<String> subjects;
  private final Audit audit;

  /**
   * Of the schedules of so many seeds.
   *
   * @param seed the first of them, and that of what all have in common
   */
  Wave(FaultyCloud cloud, Works works, long seed, int size) {
    this.cloud = cloud;
    this.works = works;
    this.seed = seed;
    this.schedules =
        LongStream.range(seed, seed + size)
            .mapToObj(each -> new Schedule(each, works, cloud::caller))
            .toList();
    this.subjects = schedules.stream().flatMap(schedule -> schedule.subjects().stream()).toList();
    this.audit = new Audit(cloud.rows(), subjects);
  }

  /** Everything that must not be; nothing, if all is well. */
  List<String> run() throws Exception {
    subjects.parallelStream().forEach(subject -> Key.put(subject, cloud.caller(subject)));
    cloud.turn(seed, Climate.rough());
    works.turn(OF_THE_WORKS);
    sideBySide();
    works.turn(Odds.NONE);
    cloud.clear();
    Thread.sleep(FaultyCloud.LEASE.plusMillis(100));
    new TwoSweeps(audit, cloud::sweep).apply();
    return findings();
  }

  /** With sweeps all the while, as the schedule of the template would fire them. */
  private void sideBySide() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Schedule>> running =
          schedules.stream().map(schedule -> threads.submit(schedule::run)).toList();
      while (!running.stream().allMatch(Future::isDone)) {
        cloud.sweep();
        Thread.sleep(BETWEEN_SWEEPS);
      }
      for (Future<Schedule> one : running) {
        one.get();
      }
    }
  }

  private List<String> findings() throws SQLException {
    Map<String, Long> accepted = new HashMap<>();
    List<String> findings = new ArrayList<>();
    for (Schedule schedule : schedules) {
      accepted.putAll(schedule.accepted());
      findings.addAll(schedule.broken());
    }
    findings.addAll(audit.findings(accepted, works::done));
    findings.addAll(
        new AuditOfArtifacts(cloud.rows(), subjects, cloud.bucket()).findings(Works::large));
    findings.addAll(new AuditOfSecrets(cloud.rows(), subjects).findings(works.unproven()));
    return findings;
  }
}
