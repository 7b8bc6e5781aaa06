/** What comes in and is no request of the API: who proves to have sent it, and what it says. */
@NullMarked
package io.agencytasks.functions.inbound;

import org.jspecify.annotations.NullMarked;
