/** EventBridge Scheduler on this machine: when each schedule fires, and what it sends. */
@NullMarked
package io.agencytasks.local.scheduler;

import org.jspecify.annotations.NullMarked;
