package io.agencytasks.domain.task;

/** A task that may run, and the lane whose executors must hear of it. */
public record Bell(TaskId task, Lane lane) {}
