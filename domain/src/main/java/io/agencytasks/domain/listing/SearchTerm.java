package io.agencytasks.domain.listing;

import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.KHMER;
import static java.lang.Character.UnicodeScript.LAO;
import static java.lang.Character.UnicodeScript.MYANMAR;
import static java.lang.Character.UnicodeScript.THAI;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** One term of a search, without white space. */
public record SearchTerm(String text) {
  /** Scripts that put no space between words: there any part may be the word that is meant. */
  private static final Set<UnicodeScript> UNSPACED =
      Set.of(HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR);

  /**
   * Whether it must stand alone: one or two letters or digits, which as parts of words would be
   * found nearly everywhere. Any other term may be part of a word.
   */
  public boolean isWholeWord() {
    return text.codePointCount(0, text.length()) <= 2
        && text.codePoints().allMatch(SearchTerm::belongsToSpacedWords);
  }

  private static boolean belongsToSpacedWords(int c) {
    return (Character.isAlphabetic(c) || (c >= '0' && c <= '9'))
        && !UNSPACED.contains(UnicodeScript.of(c));
  }
}
