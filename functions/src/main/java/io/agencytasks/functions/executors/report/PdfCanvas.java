package io.agencytasks.functions.executors.report;

import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** One page, A4 on its side, drawn on in points from its top left corner. */
final class PdfCanvas implements Closeable {
  static final float WIDTH = PDRectangle.A4.getHeight();
  static final float HEIGHT = PDRectangle.A4.getWidth();
  static final float MARGIN = 36;

  /**
   * How much thicker the strokes of a bold letter are, as a part of its size: there is one font.
   */
  private static final float BOLD = 0.022f;

  private final PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
  private final PDPageContentStream content;
  private final PdfFont font;

  PdfCanvas(PDDocument document, PdfFont font) throws IOException {
    this.content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
    this.font = font;
  }

  PDPage page() {
    return page;
  }

  /** Text from here on, on one line that is no longer than so. */
  void text(String text, float x, float y, float size, String colour, float room)
      throws IOException {
    show(font.fitting(text, size, room), x, y, size, colour, false);
  }

  void bold(String text, float x, float y, float size, String colour, float room)
      throws IOException {
    show(font.fitting(text, size, room), x, y, size, colour, true);
  }

  /** Text that ends here. */
  void textBefore(String text, float x, float y, float size, String colour, float room)
      throws IOException {
    var line = font.fitting(text, size, room);
    show(line, x - font.width(line, size), y, size, colour, false);
  }

  void rectangle(float x, float y, float width, float height, String colour) throws IOException {
    fill(colour);
    content.addRect(x, HEIGHT - y - height, width, height);
    content.fill();
  }

  private void show(String line, float x, float y, float size, String colour, boolean bold)
      throws IOException {
    if (line.isEmpty()) {
      return;
    }
    fill(colour);
    content.beginText();
    content.setFont(font.font(), size);
    if (bold) {
      stroke(colour);
      content.setLineWidth(size * BOLD);
    }
    content.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    content.newLineAtOffset(x, HEIGHT - y);
    content.showText(line);
    content.endText();
  }

  private void fill(String colour) throws IOException {
    content.setNonStrokingColor(part(colour, 0), part(colour, 2), part(colour, 4));
  }

  private void stroke(String colour) throws IOException {
    content.setStrokingColor(part(colour, 0), part(colour, 2), part(colour, 4));
  }

  private static float part(String colour, int at) {
    return Integer.parseInt(colour.substring(at, at + 2), 16) / 255f;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
