package io.agencytasks.local;

import io.agencytasks.local.aurora.DatabaseRefused;
import io.agencytasks.local.template.language.TemplateRefused;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The program that a developer starts: runs template.yaml here until it is stopped. */
public final class Laptop {
  private Laptop() {}

  /** Ends with code 1 and one sentence on standard error when it cannot start. */
  public static void main(String[] arguments) {
    System.out.println("Agency Tasks is starting on this laptop.");
    try {
      Options options = Options.read(List.of(arguments), System.getenv());
      if (options.stopWithParent()) {
        Thread.ofPlatform().daemon().name("parent-watch").start(Laptop::stopWithParent);
      }
      LaptopLog.keepIn(options.settings().home());
      run(options);
    } catch (CannotStart | DatabaseRefused | TemplateRefused e) {
      giveUp(String.valueOf(e.getMessage()));
    } catch (IOException | SQLException | RuntimeException e) {
      LoggerFactory.getLogger(Laptop.class).error("Not started", e);
      giveUp("Agency Tasks cannot start; laptop.log has the whole of it: " + e);
    }
  }

  private static void run(Options options) throws IOException, SQLException {
    long began = System.nanoTime();
    LaptopCloud cloud =
        LaptopCloud.start(
            options.settings(),
            step -> System.out.printf("%5.1f s  %s%n", secondsSince(began), step));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cloud, options), "stop"));
    System.out.printf("%5.1f s  Ready%n", secondsSince(began));
    System.out.print(new Welcome(cloud, options.settings()).text());
  }

  private static void stopWithParent() {
    ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().join());
    System.exit(0);
  }

  private static void stop(LaptopCloud cloud, Options options) {
    cloud.close();
    System.out.println("Stopped. The data are kept in " + options.settings().home() + ".");
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static void giveUp(String sentence) {
    System.err.println(sentence);
    System.exit(1);
  }
}
