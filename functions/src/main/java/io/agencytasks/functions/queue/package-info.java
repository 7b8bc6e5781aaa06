/** What queues make run: the executor and the publisher. */
@NullMarked
package io.agencytasks.functions.queue;

import org.jspecify.annotations.NullMarked;
