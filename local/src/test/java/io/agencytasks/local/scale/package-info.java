/** How statements do at a million tasks: by the plans that Postgres makes for them. */
@NullMarked
package io.agencytasks.local.scale;

import org.jspecify.annotations.NullMarked;
