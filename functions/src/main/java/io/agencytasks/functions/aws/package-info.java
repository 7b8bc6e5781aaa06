/** Adapters to AWS: the Data API, the queues of bells, and the bus. */
@NullMarked
package io.agencytasks.functions.aws;

import org.jspecify.annotations.NullMarked;
