/** Attempts at tasks: claiming, running, settling, and what an executor is. */
@NullMarked
package io.agencytasks.domain.execution;

import org.jspecify.annotations.NullMarked;
