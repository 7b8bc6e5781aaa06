/** The laptop: the rooms of the local cloud put together, and the program that runs them. */
@NullMarked
package io.agencytasks.local;

import org.jspecify.annotations.NullMarked;
