/** GoHighLevel as its public API reference has it, on a real server. */
@NullMarked
package io.agencytasks.local.ghl;

import org.jspecify.annotations.NullMarked;
