package io.agencytasks.local.hostile;

import java.util.stream.Collectors;

/** Text as JSON has it, in ASCII, so that it can be said in any encoding and in a test's name. */
final class Quoted {
  private static final int LONGEST_NAME = 60;

  private Quoted() {}

  static String json(String text) {
    return text.chars().mapToObj(Quoted::escaped).collect(Collectors.joining("", "\"", "\""));
  }

  /** Short, and nothing that a report could not hold. */
  static String name(String text) {
    String plain = text.chars().mapToObj(Quoted::plain).collect(Collectors.joining());
    return plain.length() <= LONGEST_NAME
        ? plain
        : "%s… (%d)".formatted(plain.substring(0, LONGEST_NAME), text.length());
  }

  private static String escaped(int c) {
    return c == '"' || c == '\\' ? "\\" + (char) c : plain(c);
  }

  private static String plain(int c) {
    return c >= ' ' && c <= '~' ? Character.toString(c) : "\\u%04x".formatted(c);
  }
}
