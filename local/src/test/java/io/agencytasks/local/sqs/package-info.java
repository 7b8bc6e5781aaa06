@NullMarked
package io.agencytasks.local.sqs;

import org.jspecify.annotations.NullMarked;
