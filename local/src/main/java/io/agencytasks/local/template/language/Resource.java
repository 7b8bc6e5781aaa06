package io.agencytasks.local.template.language;

import io.agencytasks.local.template.language.Node.Mapping;
import java.util.Set;

/** Something with a type and properties: a resource that exists, or an event of a function. */
public final class Resource {
  private final String name;
  private final String type;
  private final Mapping properties;
  private final Place place;
  private final Intrinsics intrinsics;

  Resource(String name, String type, Mapping properties, Place place, Intrinsics intrinsics) {
    this.name = name;
    this.type = type;
    this.properties = properties;
    this.place = place;
    this.intrinsics = intrinsics;
  }

  /** A resource's logical id; for an event, its function's before it. */
  public String name() {
    return name;
  }

  public String type() {
    return type;
  }

  /**
   * Opens the properties, to be resolved as they are asked for.
   *
   * @param understood every property that may be given; another one is refused
   */
  public Properties properties(Set<String> understood) {
    return new Properties(name, properties, place, understood, intrinsics);
  }

  /** Why this cannot run, at its line. */
  public TemplateRefused refuse(String sentence) {
    return place.refuse(name + " " + sentence);
  }
}
