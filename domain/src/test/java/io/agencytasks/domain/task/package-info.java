/** Tests of what a task is. */
@NullMarked
package io.agencytasks.domain.task;

import org.jspecify.annotations.NullMarked;
