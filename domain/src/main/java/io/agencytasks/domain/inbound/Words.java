package io.agencytasks.domain.inbound;

import io.agencytasks.domain.task.Description;
import io.agencytasks.domain.task.Title;
import io.agencytasks.domain.webhook.Phrase;
import io.agencytasks.domain.webhook.Rules;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Urgency from words, as a webhook's rules have it: phrases over what the message's fields say, and
 * markers over phrases. Markers are taken out of the title.
 */
final class Words {
  private Words() {}

  static TaskWish heard(Rules rules, TaskWish wish) {
    var title = text(wish.title(), Title::value);
    var description = text(wish.description(), Description::value);
    var markers = rules.markers() ? Markers.in(title).before(Markers.in(description)) : null;
    var text = title + "\n" + description;
    var priority = strongest(rules, text, Phrase::priority);
    var urgency = strongest(rules, text, Phrase::urgency);
    return new TaskWish(
        markers == null ? wish.title() : PlainText.title(markers.rest()).orElse(wish.title()),
        wish.description(),
        said(markers, Markers::priority).or(() -> priority).orElse(wish.priority()),
        said(markers, Markers::urgency).or(() -> urgency).orElse(wish.urgency()),
        said(markers, Markers::scheduledFor).orElse(wish.scheduledFor()),
        said(markers, Markers::deadline).orElse(wish.deadline()),
        wish.metadata(),
        wish.executionConfig());
  }

  private static <T> String text(@Nullable T value, Function<T, String> text) {
    return value == null ? "" : text.apply(value);
  }

  private static <T> Optional<T> said(
      @Nullable Markers markers, Function<Markers, Optional<T>> kind) {
    return markers == null ? Optional.empty() : kind.apply(markers);
  }

  private static <E extends Enum<E>> Optional<E> strongest(
      Rules rules, String text, Function<Phrase, @Nullable E> says) {
    return rules.phrases().stream()
        .filter(phrase -> phrase.isIn(text))
        .flatMap(phrase -> Stream.ofNullable(says.apply(phrase)))
        .max(Comparator.naturalOrder());
  }
}
