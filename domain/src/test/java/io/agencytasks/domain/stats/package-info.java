/** How tasks are counted, without a database. */
@NullMarked
package io.agencytasks.domain.stats;

import org.jspecify.annotations.NullMarked;
