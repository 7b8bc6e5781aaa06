@NullMarked
package io.agencytasks.local.secretsmanager;

import org.jspecify.annotations.NullMarked;
