/** Webhooks: where messages come in, and what is made of them. */
@NullMarked
package io.agencytasks.domain.webhook;

import org.jspecify.annotations.NullMarked;
