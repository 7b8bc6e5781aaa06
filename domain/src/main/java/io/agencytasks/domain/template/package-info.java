/** Saved parts of tasks, for tasks that are made again and again. */
@NullMarked
package io.agencytasks.domain.template;

import org.jspecify.annotations.NullMarked;
