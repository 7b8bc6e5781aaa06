/** The ghl_action executor: one call of GoHighLevel's (LeadConnector's) API, version 2. */
@NullMarked
package io.agencytasks.functions.executors.ghl;

import org.jspecify.annotations.NullMarked;
