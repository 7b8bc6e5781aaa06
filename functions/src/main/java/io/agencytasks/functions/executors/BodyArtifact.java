package io.agencytasks.functions.executors;

import io.agencytasks.domain.artifact.Artifact;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.functions.outbound.Answer;
import io.agencytasks.functions.outbound.BodyText;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;

/** Keeps a body whole of which a result holds the beginning only. */
public final class BodyArtifact {
  private static final Map<String, String> SUFFIXES =
      Map.of("html", "html", "xml", "xml", "csv", "csv", "plain", "txt", "pdf", "pdf");

  private BodyArtifact() {}

  /**
   * Keeps it.
   *
   * @param name without what comes after the dot
   * @return empty where there is more of it than may be kept, or it cannot be kept just now
   */
  public static Optional<Artifact> keep(String name, Answer answer, Records records) {
    if (!answer.whole()) {
      records
          .log()
          .warn(
              "The body has more than %,d bytes: only its beginning is kept."
                  .formatted(Answer.MAX_BODY_BYTES));
      return Optional.empty();
    }
    var type = Optional.ofNullable(answer.headers().get("Content-Type")).orElse("");
    return records.keep(name + "." + suffix(answer, type), type, answer.body().toByteArray());
  }

  private static String suffix(Answer answer, String type) {
    return BodyText.isJson(answer)
        ? "json"
        : Optional.ofNullable(MediaType.parse(type))
            .map(MediaType::subtype)
            .map(SUFFIXES::get)
            .orElse("bin");
  }
}
