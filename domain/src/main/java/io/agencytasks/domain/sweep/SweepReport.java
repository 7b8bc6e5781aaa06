package io.agencytasks.domain.sweep;

/**
 * What one sweep did.
 *
 * @param lost executions that ended because their lease ran out
 * @param released tasks whose time has come
 * @param rung doorbells for ready tasks that had none
 * @param forgotten answers to requests that nobody may repeat any more
 */
public record SweepReport(int lost, int released, int rung, int forgotten) {}
