package io.agencytasks.local.template.language;

import java.util.Optional;

/** Gives resources their identities. */
@FunctionalInterface
public interface Naming {

  /**
   * Empty when nothing stands for resources of this type here, so that nobody may refer to them.
   */
  Optional<Identity> identity(String type, String logicalId);
}
