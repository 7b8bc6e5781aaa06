/** SQS on this machine, and the event source mappings that feed its messages to functions. */
@NullMarked
package io.agencytasks.local.sqs;

import org.jspecify.annotations.NullMarked;
