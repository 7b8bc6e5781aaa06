package io.agencytasks.local;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where clients of the SDK find their endpoints while they are made. Others in the same JVM make
 * theirs later, so what was set is then set again; what was not stays, since credentials are looked
 * for with each call.
 */
public final class SdkProperties {
  private SdkProperties() {}

  /** Makes something while these properties of the system hold. */
  public static <T> T during(Map<String, String> properties, Supplier<T> making) {
    Map<String, @Nullable String> before = new HashMap<>();
    properties.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
    try {
      return making.get();
    } finally {
      before.forEach(SdkProperties::restore);
    }
  }

  private static void restore(String name, @Nullable String value) {
    if (value != null) {
      System.setProperty(name, value);
    }
  }
}
