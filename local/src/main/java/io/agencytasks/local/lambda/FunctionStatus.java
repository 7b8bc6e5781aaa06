package io.agencytasks.local.lambda;

import java.time.Duration;
import java.util.Optional;

/**
 * What a function has done since the start.
 *
 * @param invocations those that ended, throttled ones left out
 * @param errors those among them that failed or timed out
 * @param running those under way, with timed-out ones whose thread has not ended yet
 * @param lastDuration of the invocation that ended last; empty before the first
 */
public record FunctionStatus(
    String name, long invocations, long errors, int running, Optional<Duration> lastDuration) {}
