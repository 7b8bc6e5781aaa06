/** The HTTP front: answers as an API Gateway HTTP API with a JWT authorizer answers. */
@NullMarked
package io.agencytasks.local.gateway;

import org.jspecify.annotations.NullMarked;
