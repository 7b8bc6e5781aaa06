/** Messages that come in, by whatever channel, and become tasks. */
@NullMarked
package io.agencytasks.domain.inbound;

import org.jspecify.annotations.NullMarked;
