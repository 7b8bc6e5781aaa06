package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Bucket;
import io.agencytasks.local.template.language.Resource;
import java.util.Set;

/** Reads {@code AWS::S3::Bucket}. */
final class BucketReader {
  /** Without effect here: objects never leave the machine, and nobody uploads them in parts. */
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "BucketEncryption",
          "LifecycleConfiguration",
          "OwnershipControls",
          "PublicAccessBlockConfiguration");

  private BucketReader() {}

  static Bucket read(Resource bucket, Surroundings here) {
    bucket.properties(UNDERSTOOD);
    return new Bucket(here.bucketName(bucket.name()));
  }
}
