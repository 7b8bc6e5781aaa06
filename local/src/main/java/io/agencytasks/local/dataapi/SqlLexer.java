package io.agencytasks.local.dataapi;

import java.util.Arrays;

/** Tells code from what only looks like code: literals, quoted names, comments, dollar quotes. */
final class SqlLexer {

  /** What a character of SQL belongs to; delimiters belong to what they delimit. */
  enum Kind {
    CODE,
    LITERAL,
    QUOTED_NAME,
    COMMENT,
    DOLLAR_QUOTED
  }

  private final String sql;
  private final boolean knowsDollarQuotes;
  private final Kind[] kinds;

  private SqlLexer(String sql, boolean knowsDollarQuotes) {
    this.sql = sql;
    this.knowsDollarQuotes = knowsDollarQuotes;
    this.kinds = new Kind[sql.length()];
  }

  /** The kind of every character, as Postgres sees them. */
  static Kind[] asPostgres(String sql) {
    return new SqlLexer(sql, true).lex();
  }

  /** The kind of every character, as the Data API sees them: it does not know dollar quotes. */
  static Kind[] asDataApi(String sql) {
    return new SqlLexer(sql, false).lex();
  }

  /** A statement with its comments blank and everything quoted reduced to quotes. */
  static String code(String sql, Kind[] kinds) {
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

  private Kind[] lex() {
    int at = 0;
    while (at < sql.length()) {
      at = next(at);
    }
    return kinds;
  }

  private int next(int at) {
    char c = sql.charAt(at);
    if (c == '\'') {
      return mark(Kind.LITERAL, at, endOfQuoted(at, c, isEscapeString(at)));
    }
    if (c == '"') {
      return mark(Kind.QUOTED_NAME, at, endOfQuoted(at, c, false));
    }
    if (sql.startsWith("--", at)) {
      return mark(Kind.COMMENT, at, indexAfter("\n", at));
    }
    if (sql.startsWith("/*", at)) {
      return mark(Kind.COMMENT, at, endOfComment(at));
    }
    if (c == '$' && knowsDollarQuotes && !followsName(at)) {
      String tag = dollarTag(at);
      if (!tag.isEmpty()) {
        return mark(Kind.DOLLAR_QUOTED, at, indexAfter(tag, at + tag.length()));
      }
    }
    return mark(Kind.CODE, at, at + 1);
  }

  private int mark(Kind kind, int from, int to) {
    Arrays.fill(kinds, from, to, kind);
    return to;
  }

  private int endOfQuoted(int start, char quote, boolean backslashEscapes) {
    for (int at = start + 1; at < sql.length(); at++) {
      char c = sql.charAt(at);
      boolean doubled = c == quote && sql.startsWith(String.valueOf(quote), at + 1);
      if (doubled || (c == '\\' && backslashEscapes)) {
        at++;
      } else if (c == quote) {
        return at + 1;
      }
    }
    return sql.length();
  }

  private int endOfComment(int start) {
    int depth = 1;
    int at = start + 2;
    while (at < sql.length() && depth > 0) {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    }
    return Math.min(at, sql.length());
  }

  private String dollarTag(int start) {
    int at = start + 1;
    while (at < sql.length() && isNamePart(sql.charAt(at))) {
      at++;
    }
    boolean closed = at < sql.length() && sql.charAt(at) == '$';
    boolean parameter = at > start + 1 && Character.isDigit(sql.charAt(start + 1));
    return closed && !parameter ? sql.substring(start, at + 1) : "";
  }

  private boolean isEscapeString(int quote) {
    return quote > 0
        && Character.toLowerCase(sql.charAt(quote - 1)) == 'e'
        && !followsName(quote - 1);
  }

  private boolean followsName(int at) {
    return at > 0 && (isNamePart(sql.charAt(at - 1)) || sql.charAt(at - 1) == '$');
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private int indexAfter(String end, int from) {
    int at = sql.indexOf(end, from);
    return at < 0 ? sql.length() : at + end.length();
  }
}
