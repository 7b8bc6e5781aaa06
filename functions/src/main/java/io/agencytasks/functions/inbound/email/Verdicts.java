package io.agencytasks.functions.inbound.email;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.domain.inbound.Intake;
import io.agencytasks.domain.inbound.Intake.Keep;
import io.agencytasks.domain.inbound.Intake.MakeTask;
import io.agencytasks.domain.inbound.MessageOutcome;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.json.Jsonb;

/** What SES found about a mail, and what is to be done with it for that. */
record Verdicts(Verdict spam, Verdict virus, Verdict spf, Verdict dkim, Verdict dmarc) {

  static Verdicts of(JsonNode receipt) {
    return new Verdicts(
        status(receipt, "spamVerdict"),
        status(receipt, "virusVerdict"),
        status(receipt, "spfVerdict"),
        status(receipt, "dkimVerdict"),
        status(receipt, "dmarcVerdict"));
  }

  private static Verdict status(JsonNode receipt, String verdict) {
    return Verdict.of(receipt.path(verdict).path("status").asText());
  }

  /** Whether what is attached may be kept. */
  boolean isClean() {
    return virus == Verdict.PASS;
  }

  Intake intake(boolean automatic) {
    if (!isClean()) {
      return new Keep(MessageOutcome.QUARANTINED, "It may have a virus; no attachment was kept.");
    }
    if (spam == Verdict.FAIL) {
      return new Keep(MessageOutcome.QUARANTINED, "It is spam.");
    }
    return automatic
        ? new Keep(MessageOutcome.RECORDED, "A program answered, and wants nothing done.")
        : new MakeTask(isToBeReviewed(dmarc));
  }

  /**
   * Whether a person must look: without DMARC's word anybody may have written in anybody's name.
   */
  private static boolean isToBeReviewed(Verdict dmarc) {
    return dmarc != Verdict.PASS;
  }

  /** The same of a mail that was kept with what was found about it. */
  static boolean isToBeReviewed(Json verdicts) {
    return Jsonb.parse(verdicts.text())
        .map(kept -> isToBeReviewed(Verdict.of(kept.path("dmarc").asText())))
        .orElse(true);
  }

  /**
   * As they are kept.
   *
   * @param complete whether the mail could be read to its end
   */
  Json json(boolean complete) {
    return Jsonb.render(
        JsonNodeFactory.instance
            .objectNode()
            .put("spam", spam.name())
            .put("virus", virus.name())
            .put("spf", spf.name())
            .put("dkim", dkim.name())
            .put("dmarc", dmarc.name())
            .put("complete", complete));
  }
}
