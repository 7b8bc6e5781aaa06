package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.BOOLEAN;
import static io.agencytasks.functions.http.Decoders.TIME;
import static io.agencytasks.functions.http.Decoders.ZONE;
import static io.agencytasks.functions.http.Decoders.oneOf;
import static io.agencytasks.functions.http.Decoders.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.schedule.CatchUp;
import io.agencytasks.domain.schedule.Cron;
import io.agencytasks.domain.schedule.Overlap;
import io.agencytasks.domain.schedule.Rate;
import io.agencytasks.domain.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** The schedule that a template carries. */
final class ScheduleInput {
  private ScheduleInput() {}

  /** Reads one that starts now, unless it says otherwise. */
  static Decoder<Schedule> at(Instant now) {
    return node -> read(node, now.truncatedTo(ChronoUnit.SECONDS));
  }

  private static Schedule read(JsonNode node, Instant now) {
    Decoders.require(node instanceof ObjectNode, "must be an object");
    var in = new Fields((ObjectNode) node);
    var cron = in.nullable("cron", text(Cron::new));
    var rate = in.nullable("rate", text(Rate::new));
    var zone = in.optional("timeZone", ZONE, ZoneOffset.UTC);
    var start = in.nullable("start", TIME);
    var end = in.nullable("end", TIME);
    var overlap = in.optional("overlap", oneOf(Overlap.class), Overlap.SKIP);
    var catchUp = in.optional("catchUp", oneOf(CatchUp.class), CatchUp.ONE);
    var enabled = in.optional("enabled", BOOLEAN, true);
    if (cron.isSound() && rate.isSound()) {
      in.refuseIf(cron.get() == null && rate.get() == null, "cron", "is required, or rate is");
      in.refuseIf(cron.get() != null && rate.get() != null, "rate", "must not stand beside cron");
    }
    in.end();
    var schedule =
        new Schedule(
            cron.get(),
            rate.get(),
            zone.get(),
            Objects.requireNonNullElse(start.get(), now),
            end.get(),
            overlap.get(),
            catchUp.get(),
            enabled.get());
    in.refuseIf(!schedule.everComes(), "end", "must leave time for one occurrence after the start");
    in.end();
    return schedule;
  }
}
