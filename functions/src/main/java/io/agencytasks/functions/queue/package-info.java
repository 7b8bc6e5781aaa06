/** What queues make run: the executor. */
@NullMarked
package io.agencytasks.functions.queue;

import org.jspecify.annotations.NullMarked;
