package io.agencytasks.functions.executors.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes HTML, and SVG within it, as XML has it: no text and no attribute can break out of where it
 * stands.
 */
final class Markup {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter xml;

  private interface Step {
    void run() throws XMLStreamException;
  }

  Markup(OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      this.xml = FACTORY.createXMLStreamWriter(writer);
    } catch (XMLStreamException failure) {
      throw cause(failure);
    }
  }

  Markup doctype() throws IOException {
    return step(() -> xml.writeDTD("<!doctype html>"));
  }

  /** Begins an element, with names and values of attributes in turn. */
  Markup open(String tag, String... attributes) throws IOException {
    return step(
        () -> {
          xml.writeStartElement(tag);
          write(attributes);
        });
  }

  /** More attributes of the element that was just begun. */
  Markup attributes(String... attributes) throws IOException {
    return step(() -> write(attributes));
  }

  Markup close() throws IOException {
    return step(xml::writeEndElement);
  }

  Markup text(String text) throws IOException {
    return step(() -> xml.writeCharacters(text));
  }

  /** An element with nothing in it but text. */
  Markup element(String tag, String text, String... attributes) throws IOException {
    return open(tag, attributes).text(text).close();
  }

  /** An element that has no end in HTML. */
  Markup single(String tag, String... attributes) throws IOException {
    return step(
        () -> {
          xml.writeEmptyElement(tag);
          write(attributes);
        });
  }

  /** Has all that was begun written out, so that the stream can be written to directly. */
  Markup flush() throws IOException {
    return step(
        () -> {
          xml.writeCharacters("");
          xml.flush();
        });
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int n = 0; n < attributes.length; n += 2) {
      xml.writeAttribute(attributes[n], attributes[n + 1]);
    }
  }

  private Markup step(Step step) throws IOException {
    try {
      step.run();
      return this;
    } catch (XMLStreamException failure) {
      throw cause(failure);
    }
  }

  private static IOException cause(XMLStreamException failure) {
    return failure.getNestedException() instanceof IOException io ? io : new IOException(failure);
  }
}
