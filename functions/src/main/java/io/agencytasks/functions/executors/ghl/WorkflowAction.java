package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.OnUncertain;
import java.util.Map;

/** What is done with a contact and a workflow. */
sealed interface WorkflowAction extends GhlAction {
  String WORKFLOW = "workflow";

  @Override
  default Map<String, String> ids() {
    return Map.of();
  }

  /** Sends a contact through it: twice, if it is said twice. */
  record AddToWorkflow(String contactId, String workflowId, ObjectNode start)
      implements WorkflowAction {
    @Override
    public GhlCall call(String location) {
      return GhlCall.of("POST", start, ContactAction.CONTACTS, contactId, WORKFLOW, workflowId);
    }

    @Override
    public OnUncertain presumed() {
      return OnUncertain.ASK;
    }
  }

  /** Takes a contact out of it. */
  record RemoveFromWorkflow(String contactId, String workflowId) implements WorkflowAction {
    @Override
    public GhlCall call(String location) {
      return GhlCall.of(
          "DELETE", GhlAction.nothing(), ContactAction.CONTACTS, contactId, WORKFLOW, workflowId);
    }

    @Override
    public OnUncertain presumed() {
      return OnUncertain.RETRY;
    }
  }
}
