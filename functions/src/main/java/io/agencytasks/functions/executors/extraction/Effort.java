package io.agencytasks.functions.executors.extraction;

/**
 * What reading one page takes: stops when its attempt is over, and before a page, or a selector
 * that finds everything many times over, takes more memory than there is.
 */
final class Effort {
  /** About ten times as many as a long page has. */
  static final int MAX_ELEMENTS = 100_000;

  /** As much as a page itself may measure. */
  static final int MAX_CHARACTERS = 10 * 1024 * 1024;

  private int elements;
  private long characters;

  /** Goes on, unless a person or the clock has ended the attempt. */
  void step() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** One element more of the page. */
  void element() throws InterruptedException, TooMuchException {
    step();
    if (++elements > MAX_ELEMENTS) {
      throw new TooMuchException("has more than %,d elements".formatted(MAX_ELEMENTS));
    }
  }

  /** A value was found that has this many characters. */
  void found(int length) throws InterruptedException, TooMuchException {
    step();
    characters += length;
    if (characters > MAX_CHARACTERS) {
      throw new TooMuchException(
          "gives more than %,d characters: narrow the selectors".formatted(MAX_CHARACTERS));
    }
  }
}
