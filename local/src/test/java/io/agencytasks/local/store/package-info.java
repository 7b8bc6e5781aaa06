/** The functions' SQL on a real Postgres, through the Data API, by the ports that it serves. */
@NullMarked
package io.agencytasks.local.store;

import org.jspecify.annotations.NullMarked;
