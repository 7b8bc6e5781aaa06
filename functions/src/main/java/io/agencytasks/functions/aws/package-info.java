/** Adapters to AWS: the Data API, the queues of bells, the bus and the secrets. */
@NullMarked
package io.agencytasks.functions.aws;

import org.jspecify.annotations.NullMarked;
