package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.functions.executors.ConfigFields;
import java.util.List;

/** The rules for what a contact is made of. */
final class ContactFields {
  private static final int MAX_LENGTH = 255;
  private static final List<String> TEXTS =
      List.of(
          "firstName",
          "lastName",
          "name",
          "email",
          "phone",
          "companyName",
          "address1",
          "city",
          "state",
          "postalCode",
          "country",
          "website",
          "timezone",
          "source");

  private ContactFields() {}

  /** Of a new one, which is told from others by its email or phone. */
  static ObjectNode reachable(BodyFields body, ConfigFields config) {
    var contact = read(body);
    if (config.value("email").isEmpty() && config.value("phone").isEmpty()) {
      config.fault("email", "or phone must be there");
    }
    return contact;
  }

  /** Of one that is there: something must change. */
  static ObjectNode changed(BodyFields body, ConfigFields config) {
    var contact = read(body);
    if (contact.isEmpty()) {
      config.fault("contactId", "must be with at least one field that changes");
    }
    return contact;
  }

  private static ObjectNode read(BodyFields body) {
    TEXTS.forEach(name -> body.text(name, MAX_LENGTH));
    return body.texts("tags", 20, 100).flag("dnd").id("assignedTo").customFields().body();
  }
}
