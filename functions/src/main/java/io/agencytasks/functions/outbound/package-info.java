/** HTTP to addresses that users name: only the public Internet, and only what was checked. */
@NullMarked
package io.agencytasks.functions.outbound;

import org.jspecify.annotations.NullMarked;
