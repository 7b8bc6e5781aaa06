/** When something that recurs is due, over all changes of the clocks. */
@NullMarked
package io.agencytasks.domain.schedule;

import org.jspecify.annotations.NullMarked;
