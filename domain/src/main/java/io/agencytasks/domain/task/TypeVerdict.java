package io.agencytasks.domain.task;

import java.util.List;

/**
 * What a task type says of a configuration.
 *
 * @param faults why it may not be stored, by field; empty when it may
 * @param onUncertain what to do when a worker dies while it runs it
 */
public record TypeVerdict(List<Fault> faults, OnUncertain onUncertain) {}
