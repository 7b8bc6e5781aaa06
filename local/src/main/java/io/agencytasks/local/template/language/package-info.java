/**
 * The language of CloudFormation templates: YAML with lines, parameters, conditions, intrinsics.
 */
@NullMarked
package io.agencytasks.local.template.language;

import org.jspecify.annotations.NullMarked;
