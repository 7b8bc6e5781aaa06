package io.agencytasks.functions.aws;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Which bucket artifacts are in, and how long a link to one lets its reader in.
 *
 * @param linkSeconds 1 to 3,600
 */
@ConfigurationProperties("artifacts")
record ArtifactSettings(String bucket, @Bindable(defaultValue = "900") int linkSeconds) {
  private static final int AN_HOUR = 3_600;

  ArtifactSettings {
    if (linkSeconds < 1 || linkSeconds > AN_HOUR) {
      throw new IllegalArgumentException("ARTIFACTS_LINK_SECONDS must be from 1 to " + AN_HOUR);
    }
  }
}
