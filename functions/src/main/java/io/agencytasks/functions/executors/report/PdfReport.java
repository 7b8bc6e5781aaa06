package io.agencytasks.functions.executors.report;

import static io.agencytasks.functions.executors.report.PdfCanvas.HEIGHT;
import static io.agencytasks.functions.executors.report.PdfCanvas.MARGIN;
import static io.agencytasks.functions.executors.report.PdfCanvas.WIDTH;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/**
 * Pages to print: numbers and charts on the first, then the rows, a line each, of which it holds
 * one page at a time; the rest is on disk. What does not fit in its column ends in dots.
 */
final class PdfReport implements ReportWriter {
  private static final float LINE = 13;
  private static final float SMALL = 6.5f;
  private static final float GAP = 4;
  private static final float HEAD = MARGIN + 20;
  private static final float FOOT = HEIGHT - MARGIN - 8;

  private final Report report;
  private final OutputStream out;
  private final Words words;
  private final PDDocument document;
  private final PdfFont font;
  private final List<? extends Sheet.Column<?>> columns;
  private final float unit;
  private @Nullable PdfCanvas page;
  private float y;
  private int printed;

  PdfReport(Report report, OutputStream out, ReportFolder folder) throws IOException {
    this.report = report;
    this.out = out;
    this.words = new Words(report.zone());
    this.columns = report.sheet().columns();
    this.unit = (WIDTH - 2 * MARGIN) / columns.stream().mapToInt(column -> column.width()).sum();
    var onDisk = MemoryUsageSetting.setupTempFileOnly().setTempDir(folder.path().toFile());
    this.document = new PDDocument(onDisk.streamCache);
    this.font = new PdfFont(document);
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    if (printed == MOST_PRINTED) {
      return;
    }
    printed++;
    var canvas = page;
    if (canvas == null || y + LINE > FOOT) {
      canvas = turnThePage();
    }
    float x = MARGIN;
    for (int n = 0; n < cells.size(); n++) {
      float width = columns.get(n).width() * unit;
      draw(cells.get(n), x, width - GAP, canvas);
      x += width;
    }
    canvas.rectangle(MARGIN, y + 4, WIDTH - 2 * MARGIN, 0.4f, Palette.LINE);
    y += LINE;
  }

  private void draw(Cell cell, float x, float room, PdfCanvas canvas) throws IOException {
    var text = words.of(cell);
    switch (cell) {
      case Cell.Count _, Cell.Took _ ->
          canvas.textBefore(text, x + room - GAP, y, SMALL, Palette.INK, room);
      case Cell.State(var name) -> {
        canvas.rectangle(x, y - 4.2f, 3.6f, 3.6f, Palette.of(name));
        canvas.text(text, x + 6, y, SMALL, Palette.INK, room - 6);
      }
      case Cell.Text _, Cell.Name _, Cell.Labels _, Cell.Moment _, Cell.Nothing _ ->
          canvas.text(text, x, y, SMALL, Palette.INK, room);
    }
  }

  private PdfCanvas turnThePage() throws IOException {
    closePage();
    var canvas = new PdfCanvas(document, font);
    page = canvas;
    document.addPage(canvas.page());
    canvas.rectangle(MARGIN - GAP, HEAD - 14, WIDTH - 2 * MARGIN + 2 * GAP, 19, Palette.PAPER);
    float x = MARGIN;
    for (var column : columns) {
      float width = column.width() * unit;
      canvas.bold(column.heading(), x, HEAD - 2, SMALL, Palette.QUIET, width - GAP);
      x += width;
    }
    // The page that comes first is made last.
    var foot = "%s, %s".formatted(report.title(), report.days());
    canvas.text(foot, MARGIN, HEIGHT - 22, SMALL, Palette.QUIET, WIDTH / 2);
    var number = Integer.toString(document.getNumberOfPages() + 1);
    canvas.textBefore(number, WIDTH - MARGIN, HEIGHT - 22, SMALL, Palette.QUIET, WIDTH / 2);
    y = HEAD + 16;
    return canvas;
  }

  @Override
  public void finish(Tally tally) throws IOException {
    closePage();
    try (var first = new PdfCanvas(document, font)) {
      new PdfSummary(first, report, words).draw(tally);
      if (document.getNumberOfPages() == 0) {
        document.addPage(first.page());
      } else {
        document.getPages().insertBefore(first.page(), document.getPage(0));
      }
    }
    document.getDocumentInformation().setTitle(report.title() + ", " + report.days());
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage("en");
    var preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    document.save(out);
  }

  private void closePage() throws IOException {
    if (page != null) {
      page.close();
      page = null;
    }
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
