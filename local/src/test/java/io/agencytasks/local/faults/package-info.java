/**
 * Faults on every wire, deaths of workers and of the whole laptop, and what must hold all the same.
 */
@NullMarked
package io.agencytasks.local.faults;

import org.jspecify.annotations.NullMarked;
