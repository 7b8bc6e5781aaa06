/** The api_call executor: one HTTP request to where the user said, and what came of it. */
@NullMarked
package io.agencytasks.functions.executors.apicall;

import org.jspecify.annotations.NullMarked;
