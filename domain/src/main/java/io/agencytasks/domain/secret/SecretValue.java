package io.agencytasks.domain.secret;

import io.agencytasks.domain.task.Text;

/** What is secret: 1 to 4,096 characters, no control characters but white space. */
public record SecretValue(String value) {
  public SecretValue {
    Text.check(value, 1, 4096);
  }

  /** Without the value, wherever it may end. */
  @Override
  public String toString() {
    return "SecretValue";
  }
}
