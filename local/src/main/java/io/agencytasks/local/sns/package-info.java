/**
 * SNS on this machine: text messages are taken and kept, and go nowhere; what is published to a
 * topic invokes functions.
 */
@NullMarked
package io.agencytasks.local.sns;

import org.jspecify.annotations.NullMarked;
