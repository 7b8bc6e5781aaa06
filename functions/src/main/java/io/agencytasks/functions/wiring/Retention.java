package io.agencytasks.functions.wiring;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/**
 * How long what is finished is kept, in days; 0 for ever.
 *
 * @param payloadsDays what tasks were told and what they gave
 * @param tasksDays the tasks themselves, with executions and history
 */
@Singleton
record Retention(
    @Property(name = "retain.payloads.days", defaultValue = "0") int payloadsDays,
    @Property(name = "retain.tasks.days", defaultValue = "0") int tasksDays) {}
