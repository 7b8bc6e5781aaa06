/** What others are told of tasks, from the outbox to the bus. */
@NullMarked
package io.agencytasks.domain.bus;

import org.jspecify.annotations.NullMarked;
