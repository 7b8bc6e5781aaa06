package io.agencytasks.local.dataapi;

import io.agencytasks.local.dataapi.SqlLexer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement whose {@code :names} have become placeholders.
 *
 * @param jdbc the SQL as JDBC takes it
 * @param names the parameter of each placeholder, in order: a name used twice is bound twice
 */
record NamedSql(String jdbc, List<String> names, StatementKind kind) {
  private static final Pattern NAME = Pattern.compile("(?<!:):([A-Za-z0-9_]+)");

  /**
   * Replaces names as the Data API does, its two blunders included: it also takes {@code :x} inside
   * a dollar quote, where it turns into the text {@code $1}, and the bound of a slice {@code
   * a[1:2]}, which becomes a syntax error.
   */
  static NamedSql parse(String sql) {
    Kind[] seenByDataApi = SqlLexer.asDataApi(sql);
    Kind[] actual = SqlLexer.asPostgres(sql);
    StatementKind kind = StatementKind.of(sql, actual);
    StringBuilder jdbc = new StringBuilder(sql.length());
    List<String> names = new ArrayList<>();
    int placeholders = 0;
    int copied = 0;
    Matcher name = NAME.matcher(sql);
    while (name.find()) {
      if (seenByDataApi[name.start()] != Kind.CODE) {
        continue;
      }
      copy(sql, actual, copied, name.start(), jdbc);
      copied = name.end();
      placeholders++;
      if (actual[name.start()] == Kind.CODE) {
        jdbc.append('?');
        names.add(name.group(1));
      } else {
        jdbc.append('$').append(placeholders);
      }
    }
    copy(sql, actual, copied, sql.length(), jdbc);
    return new NamedSql(jdbc.toString(), List.copyOf(names), kind);
  }

  /** JDBC takes a question mark in code for a placeholder, unless it is doubled. */
  private static void copy(String sql, Kind[] kinds, int from, int to, StringBuilder jdbc) {
    for (int at = from; at < to; at++) {
      char c = sql.charAt(at);
      jdbc.append(c);
      if (c == '?' && kinds[at] == Kind.CODE) {
        jdbc.append(c);
      }
    }
  }
}
