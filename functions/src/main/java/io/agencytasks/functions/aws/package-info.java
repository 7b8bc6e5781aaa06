/** Adapters to AWS: the Data API, the queues of bells, the bus, the secrets, mail and messages. */
@NullMarked
package io.agencytasks.functions.aws;

import org.jspecify.annotations.NullMarked;
