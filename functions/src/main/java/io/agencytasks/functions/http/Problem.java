package io.agencytasks.functions.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 has it.
 *
 * @param detail a sentence that says what to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    Code code,
    @Nullable String requestId,
    @Nullable List<Fault> errors,
    @Nullable TaskStatus currentStatus,
    @Nullable List<TaskId> blockers) {

  /** The stable names of refusals, with the status that each goes with. */
  enum Code {
    BAD_REQUEST(400, "Bad request"),
    UNAUTHORIZED(401, "Unauthorized"),
    NOT_FOUND(404, "Not found"),
    CONFLICT(409, "Conflict"),
    PRECONDITION_FAILED(412, "Precondition failed"),
    PAYLOAD_TOO_LARGE(413, "Payload too large"),
    UNPROCESSABLE_CONTENT(422, "Unprocessable content"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_SERVER_ERROR(500, "Internal server error"),
    SERVICE_UNAVAILABLE(503, "Service unavailable");

    private final int status;
    private final String title;

    Code(int status, String title) {
      this.status = status;
      this.title = title;
    }
  }

  static Problem of(Code code, String detail) {
    return new Problem(
        "about:blank", code.title, code.status, detail, code, null, null, null, null);
  }

  Problem withErrors(List<Fault> faults) {
    return new Problem(
        type, title, status, detail, code, requestId, faults, currentStatus, blockers);
  }

  Problem withStatus(TaskStatus now) {
    return new Problem(type, title, status, detail, code, requestId, errors, now, blockers);
  }

  Problem withBlockers(List<TaskId> tasks) {
    return new Problem(type, title, status, detail, code, requestId, errors, currentStatus, tasks);
  }

  Problem withRequestId(String id) {
    return new Problem(type, title, status, detail, code, id, errors, currentStatus, blockers);
  }

  Answer answer() {
    return answer(Map.of());
  }

  Answer answer(Map<String, String> headers) {
    return new Answer(status, headers, this);
  }
}
