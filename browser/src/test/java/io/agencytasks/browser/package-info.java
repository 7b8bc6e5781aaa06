@NullMarked
package io.agencytasks.browser;

import org.jspecify.annotations.NullMarked;
