package io.agencytasks.domain.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about a schedule that is due.
 *
 * @param occurrence the time that it is about
 * @param made whether there is to be a task for it; otherwise it was missed
 * @param next the time after it; null where none comes
 */
public record Turn(Instant occurrence, boolean made, @Nullable Instant next) {}
