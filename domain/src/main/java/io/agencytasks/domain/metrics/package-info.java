/** How the engine is doing, in numbers: for dashboards and alarms. */
@NullMarked
package io.agencytasks.domain.metrics;

import org.jspecify.annotations.NullMarked;
