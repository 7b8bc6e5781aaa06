package io.agencytasks.local;

import java.nio.file.Path;
import java.util.Map;

/** One laptop cloud for all tests of a JVM: the real template, fresh data, any free port. */
public final class SharedCloud {
  private static final Path TEMPLATE = Path.of("..", "template.yaml");

  /** So that tasks for one are ready and stay so: nobody takes from their lane. */
  private static final Map<String, String> WITHOUT_BROWSER = Map.of("BrowserImageUri", "");

  private SharedCloud() {}

  /** Started by the first who asks; stopped when the JVM ends. */
  public static LaptopCloud cloud() {
    return Started.CLOUD;
  }

  private static final class Started {
    private static final LaptopCloud CLOUD =
        LaptopCloud.start(
            new Settings(TEMPLATE, Path.of("target", "home-shared"), 0, WITHOUT_BROWSER, true),
            step -> {});

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(CLOUD::close));
    }
  }
}
