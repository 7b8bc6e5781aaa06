/** Text messages that come in: what AWS says of them, and who hears it. */
@NullMarked
package io.agencytasks.functions.inbound.sms;

import org.jspecify.annotations.NullMarked;
