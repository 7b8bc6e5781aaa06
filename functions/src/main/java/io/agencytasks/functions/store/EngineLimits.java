package io.agencytasks.functions.store;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/**
 * How much of the engine one tenant may use.
 *
 * @param maxConcurrentExecutionsPerUser running at once, over all workers
 */
@Singleton
record EngineLimits(
    @Property(name = "max.concurrent.executions.per.user", defaultValue = "20")
        int maxConcurrentExecutionsPerUser) {}
