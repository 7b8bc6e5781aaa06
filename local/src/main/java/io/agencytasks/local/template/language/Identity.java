package io.agencytasks.local.template.language;

import java.util.Map;

/**
 * What a resource is known by to others, fixed before anything runs.
 *
 * @param ref what Ref yields
 * @param attributes what GetAtt yields, by attribute
 */
public record Identity(String ref, Map<String, String> attributes) {

  public Identity(String ref) {
    this(ref, Map.of());
  }
}
