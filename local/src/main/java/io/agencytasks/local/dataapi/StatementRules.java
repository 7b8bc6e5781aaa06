package io.agencytasks.local.dataapi;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows from a statement's bare code whether the Data API runs it, and what it takes it for. */
final class StatementRules {
  private static final Set<String> READING = Set.of("select", "with", "values", "table");
  private static final Pattern WRITES = Pattern.compile("\\b(insert|update|delete|merge)\\b");
  private static final Pattern SPACES = Pattern.compile("[\\s(]+");
  private static final Pattern TRANSACTION_CONTROL =
      Pattern.compile(
          "(begin|start transaction|commit|end|abort|prepare transaction|rollback)\\b"
              + "(?!( work| transaction)? to\\b).*");

  private final String code;
  private final String words;
  private final String command;

  /** Takes a statement as {@link SqlLexer#code} leaves it. */
  StatementRules(String code) {
    this.code = code;
    this.words = SPACES.matcher(code.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    this.command = words.split("[^a-z]", 2)[0];
  }

  /** Only what reads may be formatted as JSON. */
  boolean selects() {
    boolean writes = command.equals("with") && WRITES.matcher(words).find();
    return READING.contains(command) && !writes;
  }

  void check() {
    refuseSeveralStatements();
    switch (command) {
      case "" -> throw new Refusal(ErrorType.VALIDATION, "sql must not be empty.");
      case "copy" ->
          throw new Refusal(
              ErrorType.DATABASE_ERROR,
              "execute: unexpected message: "
                  + (words.contains(" stdin") ? "CopyInResponse" : "CopyOutResponse"));
      case "listen", "unlisten", "notify" ->
          throw new Refusal(
              ErrorType.BAD_REQUEST, command.toUpperCase(Locale.ROOT) + " isn't supported.");
      default -> refuseTransactionControl();
    }
  }

  private void refuseSeveralStatements() {
    int depth = 0;
    boolean ended = false;
    for (int at = 0; at < code.length(); at++) {
      char c = code.charAt(at);
      if (c == ';' && depth == 0) {
        ended = true;
      } else if (ended && !Character.isWhitespace(c)) {
        throw new Refusal(ErrorType.VALIDATION, "Multistatements aren't supported.");
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
    }
  }

  private void refuseTransactionControl() {
    if (TRANSACTION_CONTROL.matcher(words).matches()) {
      throw new Refusal(
          ErrorType.BAD_REQUEST,
          "Transactions begin and end by BeginTransaction, CommitTransaction and"
              + " RollbackTransaction, not by SQL.");
    }
  }
}
