/** The browser executor: what takes the steps of a browser_automation, in a Chromium. */
@NullMarked
package io.agencytasks.browser;

import org.jspecify.annotations.NullMarked;
