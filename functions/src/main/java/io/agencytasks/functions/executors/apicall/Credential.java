package io.agencytasks.functions.executors.apicall;

/** A header with something secret in it. */
record Credential(String header, String value) {

  /** Without the value, wherever it may end. */
  @Override
  public String toString() {
    return header;
  }
}
