package io.agencytasks.local.template.language;

import java.util.Optional;

/** Gives resources their identities. */
public interface Naming {

  /** Empty when nothing stands for resources of this type, so that nobody may refer to them. */
  Optional<Identity> identity(String type, String logicalId);

  /** Why nothing stands for resources of this type. */
  String absence(String type);
}
