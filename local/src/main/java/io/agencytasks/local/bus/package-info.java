/** EventBridge on this machine: PutEvents as the SDK sends it, rules, and whom they invoke. */
@NullMarked
package io.agencytasks.local.bus;

import org.jspecify.annotations.NullMarked;
