package io.agencytasks.domain.sweep;

/**
 * What one sweep did.
 *
 * @param lost executions that ended because their lease ran out
 * @param released tasks whose time has come
 * @param rung doorbells for ready tasks that had none
 */
public record SweepReport(int lost, int released, int rung) {}
