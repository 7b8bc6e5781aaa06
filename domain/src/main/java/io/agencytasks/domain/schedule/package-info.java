/** When something that recurs is due. */
@NullMarked
package io.agencytasks.domain.schedule;

import org.jspecify.annotations.NullMarked;
