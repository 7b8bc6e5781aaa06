/** CloudWatch's part: the metrics that functions print, kept and summed up. */
@NullMarked
package io.agencytasks.local.cloudwatch;

import org.jspecify.annotations.NullMarked;
