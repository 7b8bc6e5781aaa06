/** S3 on this machine: the stack's buckets in a folder, by the protocol of the original. */
@NullMarked
package io.agencytasks.local.s3;

import org.jspecify.annotations.NullMarked;
