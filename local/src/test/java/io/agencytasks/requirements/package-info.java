/** Which test shows which requirement. */
package io.agencytasks.requirements;
