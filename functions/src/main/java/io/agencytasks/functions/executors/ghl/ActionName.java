package io.agencytasks.functions.executors.ghl;

/** How the actions are called. */
enum ActionName {
  CREATE_CONTACT("createContact"),
  UPSERT_CONTACT("upsertContact"),
  UPDATE_CONTACT("updateContact"),
  SEARCH_CONTACT("searchContact"),
  ADD_TAG("addTag"),
  REMOVE_TAG("removeTag"),
  ADD_NOTE("addNote"),
  CREATE_TASK("createTask"),
  SEND_SMS("sendSms"),
  SEND_EMAIL("sendEmail"),
  CREATE_OPPORTUNITY("createOpportunity"),
  MOVE_OPPORTUNITY("moveOpportunity"),
  ADD_TO_WORKFLOW("addToWorkflow"),
  REMOVE_FROM_WORKFLOW("removeFromWorkflow"),
  BOOK_APPOINTMENT("bookAppointment");

  private final String text;

  ActionName(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
