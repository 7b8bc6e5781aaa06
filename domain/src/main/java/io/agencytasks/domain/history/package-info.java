/** What has happened to a task: its attempts, and the trail of its changes. */
@NullMarked
package io.agencytasks.domain.history;

import org.jspecify.annotations.NullMarked;
