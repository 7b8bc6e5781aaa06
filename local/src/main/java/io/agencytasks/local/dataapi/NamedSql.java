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
 * @param selects whether it only reads
 * @param prepares whether it may leave a prepared statement in its session
 */
record NamedSql(String jdbc, List<String> names, boolean selects, boolean prepares) {
  private static final Pattern NAME = Pattern.compile("(?<!:):([A-Za-z0-9_]+)");
  private static final Pattern PREPARE = Pattern.compile("(?i)\\bprepare\\b");

  /**
   * Refuses what the Data API does not run, and replaces names as it does, with its two blunders:
   * it also takes {@code :x} inside a dollar quote, where it turns into the text {@code $1}, and
   * the bound of a slice {@code a[1:2]}, which becomes a syntax error.
   */
  static NamedSql parse(String sql) {
    Kind[] actual = SqlLexer.asPostgres(sql);
    StatementRules rules = new StatementRules(SqlLexer.code(sql, actual));
    rules.check();
    Kind[] seenByDataApi = SqlLexer.asDataApi(sql);
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
    boolean prepares = PREPARE.matcher(sql).find();
    return new NamedSql(jdbc.toString(), List.copyOf(names), rules.selects(), prepares);
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
