/** Holds what the API does to what openapi.yaml says. */
@NullMarked
package io.agencytasks.local.contract;

import org.jspecify.annotations.NullMarked;
