/** What events of the bus make run: whoever tells people of them. */
@NullMarked
package io.agencytasks.functions.notify;

import org.jspecify.annotations.NullMarked;
