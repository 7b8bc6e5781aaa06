@NullMarked
package io.agencytasks.functions.executors.browser;

import org.jspecify.annotations.NullMarked;
