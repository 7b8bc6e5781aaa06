package io.agencytasks.functions.executors.ghl;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where GoHighLevel is.
 *
 * @param baseUrl without a path ({@code GHL_BASE_URL}); it is held to the same rules as whatever
 *     users name
 */
@ConfigurationProperties("ghl")
public record GhlSettings(
    @Bindable(defaultValue = "https://services.leadconnectorhq.com") String baseUrl) {}
