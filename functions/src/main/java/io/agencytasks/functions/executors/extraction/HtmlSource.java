package io.agencytasks.functions.executors.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.functions.executors.extraction.Place.Pointed;
import io.agencytasks.functions.executors.extraction.Place.Selected;
import io.agencytasks.functions.json.Jsonb;
import io.agencytasks.functions.outbound.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.Evaluator;

/** An element of HTML or XML. */
record HtmlSource(Element root) implements Source {
  /** Honest pages have tens; what is deeper is hung up higher. */
  private static final int MAX_DEPTH = 256;

  /** Where a page says its character set, if it does: a browser looks no further. */
  private static final int HEAD_BYTES = 8 * 1024;

  /** Reads a page, whatever is wrong with it. */
  static HtmlSource of(Answer answer, HttpUrl url, Effort effort)
      throws InterruptedException, TooMuchException {
    var type = Optional.ofNullable(answer.headers().get("Content-Type")).flatMap(HtmlSource::type);
    var text = answer.body().string(charset(answer, type));
    try (var parser = new StreamParser(parser(type))) {
      parser.parse(text.startsWith("\ufeff") ? text.substring(1) : text, url.toString());
      for (var elements = parser.iterator(); elements.hasNext(); elements.next()) {
        effort.element();
      }
      return new HtmlSource(parser.document());
    }
  }

  private static Optional<MediaType> type(String header) {
    return Optional.ofNullable(MediaType.parse(header));
  }

  private static Parser parser(Optional<MediaType> type) {
    boolean xml = type.map(MediaType::subtype).filter(it -> it.matches("(.+\\+)?xml")).isPresent();
    return (xml ? Parser.xmlParser() : Parser.htmlParser()).setMaxDepth(MAX_DEPTH);
  }

  /** By its first bytes, the header, or what it says itself, in this order; UTF-8 otherwise. */
  private static Charset charset(Answer answer, Optional<MediaType> type) {
    var head = answer.body().substring(0, Math.min(answer.body().size(), HEAD_BYTES));
    var named = type.flatMap(it -> Optional.ofNullable(it.charset()));
    try {
      return Jsoup.parse(
              new ByteArrayInputStream(head.toByteArray()),
              named.map(Charset::name).orElse(null),
              "",
              parser(type))
          .charset();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  @Override
  public List<JsonNode> values(Place place, boolean all, Effort effort)
      throws InterruptedException, TooMuchException {
    return switch (place) {
      case Selected(var selector, var part) -> {
        var values = new ArrayList<JsonNode>();
        for (Element element : elements(selector, all, effort)) {
          var value = part.of(element).map(Jsonb::storable);
          effort.found(value.map(String::length).orElse(0));
          value.map(JsonNodeFactory.instance::textNode).ifPresent(values::add);
        }
        yield values;
      }
      case Pointed _ -> List.of();
    };
  }

  @Override
  public List<HtmlSource> rows(Place place, Effort effort)
      throws InterruptedException, TooMuchException {
    return switch (place) {
      case Selected(var selector, _) ->
          elements(selector, true, effort).stream().map(HtmlSource::new).toList();
      case Pointed _ -> List.of();
    };
  }

  private List<Element> elements(Evaluator selector, boolean all, Effort effort)
      throws InterruptedException {
    var found = new ArrayList<Element>();
    var matches = selector.asPredicate(root);
    for (var elements = root.stream().iterator(); elements.hasNext(); ) {
      effort.step();
      var element = elements.next();
      if (matches.test(element)) {
        found.add(element);
        if (!all) {
          break;
        }
      }
    }
    return found;
  }
}
