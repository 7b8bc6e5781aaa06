package io.agencytasks.local.bench;

import io.agencytasks.domain.task.Lane;
import io.agencytasks.local.LaptopCloud;
import io.agencytasks.local.Settings;
import io.agencytasks.local.aurora.Aurora;
import io.agencytasks.local.scale.Loader;
import io.agencytasks.local.template.Stack;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The program of {@code mvn -q -Pbench}: Markdown on standard output, progress on the other. */
public final class Benchmark {
  /** Ten thousand of the million tasks are this user's, and once loaded, all of them active. */
  static final String SUBJECT = "medium";

  private final Path project = Path.of("").toAbsolutePath();
  private final TemporaryHome home;
  private final TaskBodies bodies;

  private Benchmark(TemporaryHome home, TaskBodies bodies) {
    this.home = home;
    this.bodies = bodies;
  }

  /** Started in the project's folder; ends with code 1 when anything failed. */
  public static void main(String[] arguments) throws Exception {
    long failed;
    try (Target target = Target.start()) {
      failed = new Benchmark(TemporaryHome.make(), new TaskBodies(target.uri())).run();
    }
    if (failed > 0) {
      System.err.println(failed + " requests or statements failed: see the column \"failed\".");
    }
    System.exit(failed > 0 ? 1 : 0);
  }

  private long run() throws Exception {
    print(machine());
    startUps();
    load();
    List<Recording> recordings = record();
    Measured measured = measure(recordings);
    List<BacklogBenchmark.Row> backlogs = new ArrayList<>(others());
    backlogs.addFirst(measured.backlog());
    print(BacklogBenchmark.table(backlogs));
    ClaimBenchmark.run(home.folder());
    return measured.failed();
  }

  /** What is still to be told of the laptop when it is stopped. */
  private record Measured(long failed, BacklogBenchmark.Row backlog) {}

  private Measured measure(List<Recording> recordings) throws Exception {
    progress("Starting the laptop that is measured");
    try (LaptopCloud cloud = start();
        MeasuredLaptop laptop = MeasuredLaptop.of(cloud, bodies)) {
      return new Measured(laptop.measure(recordings), laptop.backlog());
    }
  }

  /** With the laptop's Postgres to themselves, one after the other. */
  private List<BacklogBenchmark.Row> others() throws Exception {
    Asking asking = new Asking(bodies.target());
    try (Aurora aurora = postgres()) {
      return List.of(
          other(aurora, "db_scheduler", database -> new DbScheduler(database, asking)),
          other(aurora, "jobrunr", database -> new JobRunrJobs(database, asking)));
    }
  }

  private static BacklogBenchmark.Row other(
      Aurora aurora, String schema, Function<RivalDatabase, Backlog> runner) throws Exception {
    progress("Working off a backlog in " + schema);
    try (RivalDatabase database = RivalDatabase.make(aurora.superuser(), schema)) {
      return BacklogBenchmark.run(runner.apply(database));
    }
  }

  private void startUps() throws Exception {
    progress("Starting the laptop for the first time");
    StartUp first = StartUp.measure(project, home);
    progress("Starting it again");
    print(StartUp.table(first, StartUp.measure(project, home)));
  }

  /** With no function about, which would find much to do. */
  private void load() throws Exception {
    progress("Loading a million tasks");
    try (Aurora aurora = postgres()) {
      new Loader(aurora.superuser(), Lane.BROWSER).load();
      Stock.reopen(aurora.superuser());
    }
  }

  private Aurora postgres() {
    Stack.Database database =
        new Stack.Database("unused", "agency_tasks", "unused", "agency_tasks_app");
    return home.usedBy(Aurora.start(Aurora.Settings.in(home.folder(), false), database));
  }

  private List<Recording> record() throws Exception {
    progress("Recording what each route says to the database");
    try (LaptopCloud cloud = start()) {
      return Recordings.of(cloud, bodies);
    }
  }

  private LaptopCloud start() {
    Settings settings =
        new Settings(project.resolve("template.yaml"), home.folder(), 0, Map.of(), false);
    return home.usedBy(LaptopCloud.start(settings, step -> {}));
  }

  static void progress(String step) {
    System.err.println(step);
  }

  static void print(Object text) {
    System.out.println(text);
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%d processors, %s %s, JDK %s; load average at the start %.1f.%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
