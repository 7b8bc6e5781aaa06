/** How an owner's tasks stand, counted. */
@NullMarked
package io.agencytasks.domain.stats;

import org.jspecify.annotations.NullMarked;
