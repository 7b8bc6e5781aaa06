/** Whether the system can do its work. */
@NullMarked
package io.agencytasks.domain.health;

import org.jspecify.annotations.NullMarked;
