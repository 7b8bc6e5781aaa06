package io.agencytasks.functions.executors.report;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans (SIL Open Font Licence), of which a document holds what it needs. It has Latin,
 * Greek and Cyrillic; in the place of any other letter stands an empty box.
 */
final class PdfFont {
  /** PDFBox brings it along. */
  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final Set<UnicodeScript> SCRIPTS =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED);

  private static final int BOX = 0x25a1;
  private static final String MORE = "…";

  /** Glyphs are measured in thousandths of the size. */
  private static final float UNITS = 1_000;

  private final PDType0Font font;
  private final CmapLookup glyphs;

  PdfFont(PDDocument document) throws IOException {
    try (InputStream file = PDFont.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the font is missing on the class path");
      }
      var letters = new TTFParser().parse(new RandomAccessReadBuffer(file));
      // Ligatures are looked for in every text anew, which takes longer than all the rest.
      letters.setEnableGsub(false);
      document.registerTrueTypeFontForClosing(letters);
      this.font = PDType0Font.load(document, letters, true);
      this.glyphs = letters.getUnicodeCmapLookup();
    }
  }

  PDFont font() {
    return font;
  }

  /** The text on one line, with boxes where it has what the font has not. */
  String printable(String text) {
    var line = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> !isInvisible(c))
        .map(c -> Character.isWhitespace(c) ? ' ' : has(c) ? c : BOX)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  float width(String printable, float size) throws IOException {
    float width = 0;
    for (int c : printable.codePoints().toArray()) {
      width += font.getWidth(glyphs.getGlyphId(c));
    }
    return width * size / UNITS;
  }

  /** As much of the text as fits, with dots for the rest. */
  String fitting(String text, float size, float room) throws IOException {
    float left = room - width(MORE, size);
    var line = printable(text.substring(0, Math.min(text.length(), 2 * (int) room)));
    int end = 0;
    float used = 0;
    while (end < line.length()) {
      int c = line.codePointAt(end);
      used += font.getWidth(glyphs.getGlyphId(c)) * size / UNITS;
      if (used > left) {
        return width(line, size) <= room ? line : line.substring(0, end).strip() + MORE;
      }
      end += Character.charCount(c);
    }
    return line;
  }

  private boolean has(int c) {
    return SCRIPTS.contains(UnicodeScript.of(c)) && glyphs.getGlyphId(c) != 0;
  }

  /** Joiners, marks of direction and what chooses between forms of a sign. */
  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT || (c >= 0xfe00 && c <= 0xfe0f);
  }
}
