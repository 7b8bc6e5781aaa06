/** Adapters to AWS: the Data API and the doorbells' queue. */
@NullMarked
package io.agencytasks.functions.aws;

import org.jspecify.annotations.NullMarked;
