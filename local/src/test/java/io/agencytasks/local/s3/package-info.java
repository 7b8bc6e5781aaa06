/** S3 on a laptop, by the SDK that the functions use. */
@NullMarked
package io.agencytasks.local.s3;

import org.jspecify.annotations.NullMarked;
