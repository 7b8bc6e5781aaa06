/** SNS on this machine: text messages are taken and kept, and go nowhere. */
@NullMarked
package io.agencytasks.local.sns;

import org.jspecify.annotations.NullMarked;
