/** What schedules make run: the sweep. */
@NullMarked
package io.agencytasks.functions.schedule;

import org.jspecify.annotations.NullMarked;
