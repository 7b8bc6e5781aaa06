package io.agencytasks.domain.execution;

import org.jspecify.annotations.Nullable;

/**
 * The session of a browser that somebody else runs (FR-012.6).
 *
 * @param id by which its provider knows it, at most 255 characters
 * @param debugUrl where to watch it while it runs
 * @param recordingUrl where to see later what it did
 */
public record BrowserSession(String id, @Nullable String debugUrl, @Nullable String recordingUrl) {}
