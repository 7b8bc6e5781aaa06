/** Aurora's stand-in: a real Postgres 17 whose data outlives every kind of stop. */
@NullMarked
package io.agencytasks.local.aurora;

import org.jspecify.annotations.NullMarked;
