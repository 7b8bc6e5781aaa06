/** What runs and what waits: the queue as its owner sees it. */
@NullMarked
package io.agencytasks.domain.queue;

import org.jspecify.annotations.NullMarked;
