package io.agencytasks.local.ghl;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One operation of the reference.
 *
 * @param path as a pattern of the whole
 * @param version what the header must say
 * @param body what a request must send, as a JSON Schema; any where it sends none
 * @param answer what comes back
 */
record Resource(
    String method, Pattern path, String version, Schema body, int status, String answer) {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
  private static final String JULY = "2021-07-28";
  private static final String APRIL = "2021-04-15";
  private static final String ID = "/[A-Za-z0-9_-]+";

  private static final String CONTACT =
      """
      'firstName': {'type': 'string'}, 'lastName': {'type': 'string'}, 'name': {'type': 'string'},
      'email': {'type': 'string'}, 'phone': {'type': 'string'}, 'address1': {'type': 'string'},
      'city': {'type': 'string'}, 'state': {'type': 'string'}, 'postalCode': {'type': 'string'},
      'country': {'type': 'string'}, 'website': {'type': 'string'}, 'timezone': {'type': 'string'},
      'source': {'type': 'string'}, 'companyName': {'type': 'string'}, 'dnd': {'type': 'boolean'},
      'assignedTo': {'type': 'string'}, 'tags': {'type': 'array', 'items': {'type': 'string'}},
      'customFields': {'type': 'array', 'items': {'type': 'object', 'required': ['id'],
        'properties': {'id': {'type': 'string'}, 'key': {'type': 'string'}, 'field_value': {}}}}
      """;

  private static final String OPPORTUNITY =
      """
      'pipelineId': {'type': 'string'}, 'pipelineStageId': {'type': 'string'},
      'name': {'type': 'string'}, 'monetaryValue': {'type': 'number'},
      'status': {'enum': ['open', 'won', 'lost', 'abandoned', 'all']},
      'assignedTo': {'type': 'string'}
      """;

  private static final String TAGS = "'tags': {'type': 'array', 'items': {'type': 'string'}}";
  private static final String START = "'eventStartTime': {'type': 'string', 'format': 'date-time'}";
  private static final String ONE_CONTACT = "{'contact': {'id': 'contact1', 'locationId': '%s'}}";
  private static final String IN_LOCATION = ", 'locationId': {'type': 'string'}";

  /** All that tasks may ask for, in the order in which they are tried. */
  static final List<Resource> ALL =
      List.of(
          of("POST /contacts/", JULY, "locationId", CONTACT + IN_LOCATION, 201, ONE_CONTACT),
          of("POST /contacts/upsert", JULY, "locationId", CONTACT + IN_LOCATION, 200, ONE_CONTACT),
          of(
              "POST /contacts/search",
              JULY,
              "locationId page pageLimit",
              "'query': {'type': 'string'}, 'page': {'type': 'integer'},"
                  + " 'pageLimit': {'type': 'integer'}"
                  + IN_LOCATION,
              200,
              "{'contacts': [{'id': 'contact1'}, {'id': 'contact2'}], 'total': 2}"),
          of("GET /contacts/search/duplicate", JULY, "", "", 200, ONE_CONTACT),
          of("PUT /contacts" + ID, JULY, "", CONTACT, 200, ONE_CONTACT),
          of("POST /contacts" + ID + "/tags", JULY, "tags", TAGS, 201, "{'tags': ['a']}"),
          of("DELETE /contacts" + ID + "/tags", JULY, "tags", TAGS, 200, "{'tags': []}"),
          of(
              "POST /contacts" + ID + "/notes",
              JULY,
              "body",
              "'body': {'type': 'string'}, 'userId': {'type': 'string'}",
              201,
              "{'note': {'id': 'note1'}}"),
          of(
              "POST /contacts" + ID + "/tasks",
              JULY,
              "title dueDate completed",
              "'title': {'type': 'string'}, 'body': {'type': 'string'},"
                  + " 'dueDate': {'type': 'string', 'format': 'date-time'},"
                  + " 'completed': {'type': 'boolean'}, 'assignedTo': {'type': 'string'}",
              201,
              "{'task': {'id': 'task1'}}"),
          of("POST /contacts" + ID + "/workflow" + ID, JULY, "", START, 200, "{'succeded': true}"),
          of(
              "DELETE /contacts" + ID + "/workflow" + ID,
              JULY,
              "",
              START,
              200,
              "{'succeded': true}"),
          // The reference lists subType and status as required, too; what sends messages today
          // does without, and they contradict each other (an object, with a text as example).
          of(
              "POST /conversations/messages",
              APRIL,
              "type contactId",
              "'type': {'enum': ['SMS', 'Email']}, 'contactId': {'type': 'string'},"
                  + " 'message': {'type': 'string'}, 'subject': {'type': 'string'},"
                  + " 'html': {'type': 'string'}, 'emailFrom': {'type': 'string'},"
                  + " 'emailTo': {'type': 'string'},"
                  + " 'emailCc': {'type': 'array', 'items': {'type': 'string'}},"
                  + " 'emailBcc': {'type': 'array', 'items': {'type': 'string'}}",
              200,
              "{'conversationId': 'conversation1', 'messageId': 'message1'}"),
          of(
              "POST /opportunities/",
              JULY,
              "pipelineId locationId name status contactId",
              OPPORTUNITY + ", 'contactId': {'type': 'string'}" + IN_LOCATION,
              201,
              "{'opportunity': {'id': 'opportunity1'}}"),
          of(
              "PUT /opportunities" + ID,
              JULY,
              "",
              OPPORTUNITY,
              200,
              "{'opportunity': {'id': 'opportunity1'}}"),
          of(
              "POST /calendars/events/appointments",
              APRIL,
              "calendarId locationId contactId startTime",
              "'calendarId': {'type': 'string'}, 'contactId': {'type': 'string'},"
                  + " 'startTime': {'type': 'string', 'format': 'date-time'},"
                  + " 'endTime': {'type': 'string', 'format': 'date-time'},"
                  + " 'title': {'type': 'string'}, 'address': {'type': 'string'},"
                  + " 'assignedUserId': {'type': 'string'}"
                  + IN_LOCATION,
              200,
              "{'id': 'appointment1'}"));

  private static Resource of(
      String operation,
      String version,
      String required,
      String properties,
      int status,
      String answer) {
    var methodAndPath = operation.split(" ", 2);
    var needed = required.isEmpty() ? "" : "'" + required.replace(" ", "', '") + "'";
    var schema =
        "{'type': 'object', 'additionalProperties': false, 'required': [%s], 'properties': {%s}}"
            .formatted(needed, properties);
    return new Resource(
        methodAndPath[0],
        Pattern.compile(methodAndPath[1]),
        version,
        SCHEMAS.getSchema(schema.replace('\'', '"')),
        status,
        answer.replace('\'', '"'));
  }

  boolean takes(String askedMethod, String askedPath) {
    return method.equals(askedMethod) && path.matcher(askedPath).matches();
  }
}
