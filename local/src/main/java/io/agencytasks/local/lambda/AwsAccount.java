package io.agencytasks.local.lambda;

/**
 * Where the laptop cloud pretends to be.
 *
 * @param id twelve digits
 * @param region as in an ARN: {@code eu-central-1}
 */
public record AwsAccount(String id, String region) {

  /** The ARN of a function in this account. */
  public String functionArn(String function) {
    return "arn:aws:lambda:" + region + ":" + id + ":function:" + function;
  }
}
