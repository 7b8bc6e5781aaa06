package io.agencytasks.functions.inbound.email;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** HTML as its reader would see it, in plain text; nothing of it is run or fetched. */
final class HtmlText {
  private static final Set<String> BLOCKS =
      Set.of(
          ("address article blockquote br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li ol p"
                  + " pre section table tr ul")
              .split(" "));
  private static final String UNSEEN = "script,style,head,template,noscript,iframe,object,svg";
  private static final String QUOTED =
      "blockquote[type=cite],.gmail_quote,#divRplyFwdMsg,#appendonsend";

  /** Deeper than any message that people write. */
  private static final int MAX_DEPTH = 256;

  private HtmlText() {}

  static String of(String html) {
    var parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    Element body = parser.parseInput(html, "").body();
    body.select(UNSEEN).remove();
    body.select(QUOTED).remove();
    var text = new StringBuilder();
    body.traverse(new Seen(text));
    return tidy(text.toString());
  }

  /** One blank between words, and at most one empty line between others. */
  private static String tidy(String text) {
    var tidy = new StringBuilder();
    boolean blank = false;
    for (String line : text.replaceAll("[ \\t\\u00a0]+", " ").lines().map(String::strip).toList()) {
      if (line.isEmpty()) {
        blank = true;
      } else {
        tidy.append(blank ? "\n\n" : "\n").append(line);
        blank = false;
      }
    }
    return tidy.toString().strip();
  }

  /** Writes text as it comes, and a new line where a block begins or ends. */
  private record Seen(StringBuilder text) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText().replace('\n', ' '));
      } else if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
        text.append('\n');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
        text.append('\n');
      }
    }
  }
}
