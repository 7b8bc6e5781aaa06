package io.agencytasks.local;

import io.agencytasks.local.ghl.GhlStub;
import java.nio.file.Path;
import java.util.Map;

/** One laptop cloud for all tests of a JVM: the real template, fresh data, any free port. */
public final class SharedCloud {
  private static final Path TEMPLATE = Path.of("..", "template.yaml");

  private SharedCloud() {}

  /** Started by the first who asks; stopped when the JVM ends. */
  public static LaptopCloud cloud() {
    return Started.CLOUD;
  }

  private static final class Started {
    /**
     * Without a browser, so that tasks for one are ready and stay so: nobody takes from their lane.
     */
    private static final Map<String, String> PARAMETERS =
        Map.of("GhlBaseUrl", GhlStub.shared().uri().toString(), "BrowserImageUri", "");

    private static final LaptopCloud CLOUD =
        LaptopCloud.start(
            new Settings(TEMPLATE, Path.of("target", "home-shared"), 0, PARAMETERS, true),
            step -> {});

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(CLOUD::close));
    }
  }
}
