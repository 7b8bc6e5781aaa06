package io.agencytasks.local.faults;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was told to, or named by, workers that are dead. */
final class Dead {
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Set<String> named = ConcurrentHashMap.newKeySet();

  /** Whoever was told this, or has said it, is dead. */
  void add(String said) {
    named.addAll(uuids(said));
  }

  /** What died with its worker takes along whatever that worker names with it. */
  boolean said(String request) {
    if (named.isEmpty()) {
      return false;
    }
    Set<String> uuids = uuids(request);
    boolean found = uuids.stream().anyMatch(named::contains);
    if (found) {
      named.addAll(uuids);
    }
    return found;
  }

  private static Set<String> uuids(String text) {
    return UUID.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
