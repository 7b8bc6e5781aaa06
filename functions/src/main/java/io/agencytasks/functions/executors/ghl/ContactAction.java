package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.OnUncertain;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is done with a contact as a whole. */
sealed interface ContactAction extends GhlAction {
  String CONTACTS = "contacts";

  @Override
  default Map<String, String> ids() {
    return Map.of("contactId", "/contact/id");
  }

  @Override
  default OnUncertain presumed() {
    return OnUncertain.RETRY;
  }

  /** Makes a new one. */
  record CreateContact(ObjectNode contact) implements ContactAction {
    @Override
    public GhlCall call(String location) {
      return GhlCall.of("POST", GhlAction.in(location, contact), CONTACTS, "");
    }

    @Override
    public OnUncertain presumed() {
      return OnUncertain.ASK;
    }
  }

  /** Changes the one with this email or phone, or makes it: the safe way to create. */
  record UpsertContact(ObjectNode contact) implements ContactAction {
    @Override
    public GhlCall call(String location) {
      return GhlCall.of("POST", GhlAction.in(location, contact), CONTACTS, "upsert");
    }
  }

  /** Changes what is given, and leaves the rest. */
  record UpdateContact(String contactId, ObjectNode contact) implements ContactAction {
    @Override
    public GhlCall call(String location) {
      return GhlCall.of("PUT", contact, CONTACTS, contactId);
    }
  }

  /** Looks for the one with this email or phone; none is no failure. */
  record FindContact(Optional<String> email, Optional<String> phone) implements ContactAction {
    @Override
    public GhlCall call(String location) {
      var query = new LinkedHashMap<String, String>();
      query.put("locationId", location);
      email.ifPresent(it -> query.put("email", it));
      phone.ifPresent(it -> query.put("number", it));
      return GhlCall.get(query, CONTACTS, "search", "duplicate");
    }
  }

  /**
   * Looks for all that match some words.
   *
   * @param limit how many are told, 1 to 100
   */
  record SearchContacts(String query, int limit) implements ContactAction {
    @Override
    public GhlCall call(String location) {
      var body =
          JsonNodeFactory.instance
              .objectNode()
              .put("query", query)
              .put("page", 1)
              .put("pageLimit", limit);
      return GhlCall.of("POST", GhlAction.in(location, body), CONTACTS, "search");
    }

    @Override
    public Map<String, String> ids() {
      return Map.of("contactIds", "/contacts");
    }
  }
}
