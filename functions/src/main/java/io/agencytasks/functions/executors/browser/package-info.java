/** What a browser_automation may be told to do; the browser itself is another module's. */
@NullMarked
package io.agencytasks.functions.executors.browser;

import org.jspecify.annotations.NullMarked;
