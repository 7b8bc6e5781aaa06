/** Why a task is not running. */
@NullMarked
package io.agencytasks.domain.readiness;

import org.jspecify.annotations.NullMarked;
