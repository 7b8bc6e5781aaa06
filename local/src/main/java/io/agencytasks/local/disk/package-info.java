/** Folders, whoever's they are. */
@NullMarked
package io.agencytasks.local.disk;

import org.jspecify.annotations.NullMarked;
