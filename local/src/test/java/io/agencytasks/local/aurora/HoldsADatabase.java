package io.agencytasks.local.aurora;

import java.nio.file.Path;

/** A program that runs a database until it is killed: its argument is the home. */
final class HoldsADatabase {
  private HoldsADatabase() {}

  public static void main(String[] arguments) throws InterruptedException {
    ADatabase.startedIn(Path.of(arguments[0]));
    System.out.println("holding");
    Thread.currentThread().join();
  }
}
