package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.OnUncertain;
import java.util.Map;

/** Books a time in a calendar, for a contact. */
record BookAppointment(ObjectNode appointment) implements GhlAction {
  @Override
  public GhlCall call(String location) {
    return GhlCall.of(
            "POST", GhlAction.in(location, appointment), "calendars", "events", "appointments")
        .in(GhlCall.Version.APRIL);
  }

  @Override
  public OnUncertain presumed() {
    return OnUncertain.ASK;
  }

  @Override
  public Map<String, String> ids() {
    return Map.of("appointmentId", "/id");
  }
}
