package io.agencytasks.local.faults;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How often each fault happens.
 *
 * @param perMille of all calls; the rest go through
 */
record Odds(Map<Fault, Integer> perMille) {
  private static final int ALL = 1000;

  static final Odds NONE = new Odds(Map.of(Fault.NONE, ALL));

  Odds {
    perMille = new EnumMap<>(perMille);
  }

  Set<Fault> faults() {
    return perMille.keySet();
  }

  Fault draw(RandomGenerator chance) {
    int left = chance.nextInt(ALL);
    for (Map.Entry<Fault, Integer> share : perMille.entrySet()) {
      left -= share.getValue();
      if (left < 0) {
        return share.getKey();
      }
    }
    return Fault.NONE;
  }
}
