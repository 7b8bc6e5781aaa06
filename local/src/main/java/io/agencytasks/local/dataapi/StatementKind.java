package io.agencytasks.local.dataapi;

import io.agencytasks.local.dataapi.SqlLexer.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a single statement is, as far as the Data API cares. */
enum StatementKind {
  /** Only reads, and its records may be formatted as JSON. */
  SELECT,
  OTHER;

  private static final Set<String> READING = Set.of("select", "with", "values", "table");
  private static final Pattern WRITES = Pattern.compile("\\b(insert|update|delete|merge)\\b");
  private static final Pattern SPACES = Pattern.compile("[\\s(]+");
  private static final Pattern TRANSACTION_CONTROL =
      Pattern.compile(
          "(begin|start transaction|commit|end|abort|prepare transaction|rollback)\\b"
              + "(?!( work| transaction)? to\\b).*");

  /** Finds out, and refuses what the Data API does not run. */
  static StatementKind of(String sql, Kind[] kinds) {
    String code = code(sql, kinds);
    refuseSeveralStatements(code);
    String words = SPACES.matcher(code.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    String first = words.split("[^a-z]", 2)[0];
    switch (first) {
      case "" -> throw new Refusal(ErrorType.VALIDATION, "sql must not be empty.");
      case "copy" -> refuseCopy(words);
      case "listen", "unlisten", "notify" ->
          throw new Refusal(
              ErrorType.BAD_REQUEST, first.toUpperCase(Locale.ROOT) + " isn't supported.");
      default -> refuseTransactionControl(words);
    }
    boolean writes = first.equals("with") && WRITES.matcher(words).find();
    return READING.contains(first) && !writes ? SELECT : OTHER;
  }

  /** The statement with its comments blank and everything quoted reduced to quotes. */
  private static String code(String sql, Kind[] kinds) {
    StringBuilder code = new StringBuilder(sql.length());
    for (int at = 0; at < sql.length(); at++) {
      code.append(
          switch (kinds[at]) {
            case CODE -> sql.charAt(at);
            case COMMENT -> ' ';
            case LITERAL, QUOTED_NAME, DOLLAR_QUOTED -> '\'';
          });
    }
    return code.toString();
  }

  private static void refuseSeveralStatements(String code) {
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

  private static void refuseCopy(String words) {
    throw new Refusal(
        ErrorType.DATABASE_ERROR,
        "execute: unexpected message: "
            + (words.contains(" stdin") ? "CopyInResponse" : "CopyOutResponse"));
  }

  private static void refuseTransactionControl(String words) {
    if (TRANSACTION_CONTROL.matcher(words).matches()) {
      throw new Refusal(
          ErrorType.BAD_REQUEST,
          "Transactions begin and end by BeginTransaction, CommitTransaction and"
              + " RollbackTransaction, not by SQL.");
    }
  }
}
