package io.agencytasks.functions.outbound;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where requests on behalf of users may go beyond the public Internet.
 *
 * @param allowLoopback whether this machine's own loopback addresses may be called, on any port:
 *     for the laptop ({@code OUTBOUND_ALLOW_LOOPBACK}), never where it is deployed
 */
@ConfigurationProperties("outbound")
public record OutboundSettings(@Bindable(defaultValue = "false") boolean allowLoopback) {}
