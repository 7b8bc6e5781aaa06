package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.OnUncertain;
import java.util.Map;

/** What is put to a contact, or taken from it. */
sealed interface ContactDetailAction extends GhlAction {

  /** Adds tags; those that are there stay. */
  record AddTag(String contactId, ObjectNode tags) implements ContactDetailAction {
    @Override
    public GhlCall call(String location) {
      return GhlCall.of("POST", tags, ContactAction.CONTACTS, contactId, "tags");
    }

    @Override
    public OnUncertain presumed() {
      return OnUncertain.RETRY;
    }

    @Override
    public Map<String, String> ids() {
      return Map.of();
    }
  }

  /** Takes tags off. */
  record RemoveTag(String contactId, ObjectNode tags) implements ContactDetailAction {
    @Override
    public GhlCall call(String location) {
      return GhlCall.of("DELETE", tags, ContactAction.CONTACTS, contactId, "tags");
    }

    @Override
    public OnUncertain presumed() {
      return OnUncertain.RETRY;
    }

    @Override
    public Map<String, String> ids() {
      return Map.of();
    }
  }

  /** Writes a note. */
  record AddNote(String contactId, ObjectNode note) implements ContactDetailAction {
    @Override
    public GhlCall call(String location) {
      return GhlCall.of("POST", note, ContactAction.CONTACTS, contactId, "notes");
    }

    @Override
    public OnUncertain presumed() {
      return OnUncertain.ASK;
    }

    @Override
    public Map<String, String> ids() {
      return Map.of("noteId", "/note/id");
    }
  }

  /** Gives somebody there a task. */
  record CreateTask(String contactId, ObjectNode task) implements ContactDetailAction {
    @Override
    public GhlCall call(String location) {
      var whole = task.has("completed") ? task : task.deepCopy().put("completed", false);
      return GhlCall.of("POST", whole, ContactAction.CONTACTS, contactId, "tasks");
    }

    @Override
    public OnUncertain presumed() {
      return OnUncertain.ASK;
    }

    @Override
    public Map<String, String> ids() {
      return Map.of("taskId", "/task/id");
    }
  }
}
