package io.agencytasks.domain.execution;

import io.agencytasks.domain.artifact.Artifacts;

/** What {@link Records} are kept in. */
public record RecordStores(Artifacts artifacts, Steps steps) {}
