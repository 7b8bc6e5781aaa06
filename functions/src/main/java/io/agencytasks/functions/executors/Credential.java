package io.agencytasks.functions.executors;

/** A header with something secret in it. */
public record Credential(String header, String value) {

  /** Without the value, wherever it may end. */
  @Override
  public String toString() {
    return header;
  }
}
