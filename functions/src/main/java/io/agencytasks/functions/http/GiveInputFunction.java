package io.agencytasks.functions.http;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code POST /v1/tasks/{id}/input}: answers the question of a task in waiting_input. */
public final class GiveInputFunction extends HttpFunction {
  private final ChangeTasks changeTasks;

  public GiveInputFunction() {
    this(FunctionContext.lazy());
  }

  GiveInputFunction(ApplicationContext context) {
    super(context);
    this.changeTasks = context.getBean(ChangeTasks.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var in = request.body();
    var input = in.required("input", Decoders.json(16 * 1024));
    in.end();
    var given = new Action.GiveInput(input.get());
    return Changes.task(changeTasks.one(request.owner(), request.taskId(), IfMatch.ANY, given));
  }
}
