package io.agencytasks.browser;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The browser of this machine.
 *
 * @param path of its program; empty for the first that is on the PATH
 * @param sandbox whether it puts its own processes into one: Lambda and root cannot
 */
@ConfigurationProperties("browser")
record BrowserSettings(
    @Bindable(defaultValue = "") String path, @Bindable(defaultValue = "false") boolean sandbox) {}
