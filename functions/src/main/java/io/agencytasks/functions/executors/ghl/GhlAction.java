package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.OnUncertain;
import java.util.Map;

/** What is done in GoHighLevel, as a task says it. */
sealed interface GhlAction
    permits ContactAction,
        ContactDetailAction,
        WorkflowAction,
        MessageAction,
        OpportunityAction,
        BookAppointment {

  /** The call that does it in a location. */
  GhlCall call(String location);

  /** Whether a second call does the same as one: else a person is asked when nobody knows. */
  OnUncertain presumed();

  /** Which ids the answer has: by what they are called here, the JSON Pointer to each. */
  Map<String, String> ids();

  /** The body with the location that it is for. */
  static ObjectNode in(String location, ObjectNode body) {
    return body.deepCopy().put("locationId", location);
  }

  static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }
}
