/** The scheduled round that repairs what was lost and releases what is due. */
@NullMarked
package io.agencytasks.domain.sweep;

import org.jspecify.annotations.NullMarked;
