package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.OnUncertain;
import java.util.Map;

/** What is done with an opportunity. */
sealed interface OpportunityAction extends GhlAction {
  String OPPORTUNITIES = "opportunities";

  @Override
  default Map<String, String> ids() {
    return Map.of("opportunityId", "/opportunity/id");
  }

  /** Makes a new one; open, if nothing else is said. */
  record CreateOpportunity(ObjectNode opportunity) implements OpportunityAction {
    @Override
    public GhlCall call(String location) {
      var body = GhlAction.in(location, opportunity);
      var whole = body.has("status") ? body : body.put("status", "open");
      return GhlCall.of("POST", whole, OPPORTUNITIES, "");
    }

    @Override
    public OnUncertain presumed() {
      return OnUncertain.ASK;
    }
  }

  /** Puts one elsewhere: another stage, pipeline or status. */
  record MoveOpportunity(String opportunityId, ObjectNode target) implements OpportunityAction {
    @Override
    public GhlCall call(String location) {
      return GhlCall.of("PUT", target, OPPORTUNITIES, opportunityId);
    }

    @Override
    public OnUncertain presumed() {
      return OnUncertain.RETRY;
    }
  }
}
