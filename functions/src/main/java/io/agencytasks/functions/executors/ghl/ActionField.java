package io.agencytasks.functions.executors.ghl;

import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.ghl.ContactAction.CreateContact;
import io.agencytasks.functions.executors.ghl.ContactAction.FindContact;
import io.agencytasks.functions.executors.ghl.ContactAction.SearchContacts;
import io.agencytasks.functions.executors.ghl.ContactAction.UpdateContact;
import io.agencytasks.functions.executors.ghl.ContactAction.UpsertContact;
import io.agencytasks.functions.executors.ghl.ContactDetailAction.AddNote;
import io.agencytasks.functions.executors.ghl.ContactDetailAction.AddTag;
import io.agencytasks.functions.executors.ghl.ContactDetailAction.CreateTask;
import io.agencytasks.functions.executors.ghl.ContactDetailAction.RemoveTag;
import io.agencytasks.functions.executors.ghl.MessageAction.SendEmail;
import io.agencytasks.functions.executors.ghl.MessageAction.SendSms;
import io.agencytasks.functions.executors.ghl.OpportunityAction.CreateOpportunity;
import io.agencytasks.functions.executors.ghl.OpportunityAction.MoveOpportunity;
import io.agencytasks.functions.executors.ghl.WorkflowAction.AddToWorkflow;
import io.agencytasks.functions.executors.ghl.WorkflowAction.RemoveFromWorkflow;
import java.util.Optional;

/** The rules for {@code action}, and for what goes with each. */
final class ActionField {
  private static final String CONTACT = "contactId";
  private static final int MAX_LONG = 5_000;
  private static final int MAX_SHORT = 255;

  private ActionField() {}

  static Optional<GhlAction> read(ConfigFields config) {
    config.require("action");
    return config.choice("action", ActionName.class).map(name -> read(name, config));
  }

  private static GhlAction read(ActionName name, ConfigFields config) {
    var body = new BodyFields(config);
    return switch (name) {
      case CREATE_CONTACT -> new CreateContact(ContactFields.reachable(body, config));
      case UPSERT_CONTACT -> new UpsertContact(ContactFields.reachable(body, config));
      case UPDATE_CONTACT ->
          new UpdateContact(contact(config), ContactFields.changed(body, config));
      case SEARCH_CONTACT -> search(config);
      case ADD_TAG -> new AddTag(contact(config), tags(body).body());
      case REMOVE_TAG -> new RemoveTag(contact(config), tags(body).body());
      case ADD_NOTE ->
          new AddNote(
              contact(config), body.must("body").text("body", MAX_LONG).id("userId").body());
      case CREATE_TASK -> new CreateTask(contact(config), task(body).body());
      case SEND_SMS -> new SendSms(message(body).must("message").body());
      case SEND_EMAIL -> new SendEmail(MailFields.read(message(body), config));
      case CREATE_OPPORTUNITY -> new CreateOpportunity(opportunity(body).body());
      case MOVE_OPPORTUNITY ->
          new MoveOpportunity(BodyFields.id("opportunityId", config), target(body, config).body());
      case ADD_TO_WORKFLOW ->
          new AddToWorkflow(contact(config), workflow(config), body.time("eventStartTime").body());
      case REMOVE_FROM_WORKFLOW -> new RemoveFromWorkflow(contact(config), workflow(config));
      case BOOK_APPOINTMENT -> new BookAppointment(appointment(body).body());
    };
  }

  private static String contact(ConfigFields config) {
    return BodyFields.id(CONTACT, config);
  }

  private static String workflow(ConfigFields config) {
    return BodyFields.id("workflowId", config);
  }

  private static GhlAction search(ConfigFields config) {
    var query = BodyFields.text("query", MAX_SHORT, config);
    var email = BodyFields.text("email", MAX_SHORT, config);
    var phone = BodyFields.text("phone", MAX_SHORT, config);
    boolean byAddress = config.value("email").isPresent() || config.value("phone").isPresent();
    if (config.value("query").isPresent() == byAddress) {
      config.fault("query", "must be there, or email or phone, and not both");
    }
    var limit = config.integer("limit", 1, 100);
    if (byAddress && limit.isPresent()) {
      config.fault("limit", "must be left out: it goes with query");
    }
    return query
        .<GhlAction>map(words -> new SearchContacts(words, limit.orElse(20)))
        .orElseGet(() -> new FindContact(email, phone));
  }

  private static BodyFields tags(BodyFields body) {
    return body.must("tags").texts("tags", 20, 100);
  }

  private static BodyFields task(BodyFields body) {
    return body.must("title")
        .text("title", MAX_SHORT)
        .text("body", MAX_LONG)
        .must("dueDate")
        .time("dueDate")
        .flag("completed")
        .id("assignedTo");
  }

  private static BodyFields message(BodyFields body) {
    return body.must(CONTACT).id(CONTACT).text("message", MAX_LONG);
  }

  private static BodyFields opportunity(BodyFields body) {
    return body.must("pipelineId")
        .id("pipelineId")
        .id("pipelineStageId")
        .must("name")
        .text("name", MAX_SHORT)
        .must(CONTACT)
        .id(CONTACT)
        .choice("status", OpportunityStatus.class)
        .amount("monetaryValue")
        .id("assignedTo");
  }

  private static BodyFields target(BodyFields body, ConfigFields config) {
    body.id("pipelineId").id("pipelineStageId").choice("status", OpportunityStatus.class);
    if (body.body().isEmpty()) {
      config.fault("pipelineStageId", "or pipelineId or status must be there");
    }
    return body;
  }

  private static BodyFields appointment(BodyFields body) {
    return body.must("calendarId")
        .id("calendarId")
        .must(CONTACT)
        .id(CONTACT)
        .must("startTime")
        .time("startTime")
        .time("endTime")
        .text("title", MAX_SHORT)
        .text("address", MAX_SHORT)
        .id("assignedUserId");
  }
}
