/** What a task is, its states, and the use cases that people and programs ask for. */
@NullMarked
package io.agencytasks.domain.task;

import org.jspecify.annotations.NullMarked;
