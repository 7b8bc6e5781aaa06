package io.agencytasks.local.bus;

import java.util.List;

/**
 * A bus as it stands.
 *
 * @param published events since the start
 */
public record BusStatus(String name, long published, List<Rule> rules) {

  /**
   * A rule of the bus.
   *
   * @param function what it invokes
   * @param matched events since the start
   */
  public record Rule(String name, String function, String pattern, long matched) {}
}
