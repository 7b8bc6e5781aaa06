/** The RDS Data API in front of a local Postgres: REST-JSON over HTTP, as strict as AWS. */
@NullMarked
package io.agencytasks.local.dataapi;

import org.jspecify.annotations.NullMarked;
