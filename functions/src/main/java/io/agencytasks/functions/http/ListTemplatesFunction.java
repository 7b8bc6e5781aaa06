package io.agencytasks.functions.http;

import io.agencytasks.domain.template.ListTemplates;
import io.agencytasks.domain.template.Template;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/** {@code GET /v1/templates} (G7). */
public final class ListTemplatesFunction extends HttpFunction {
  private final ListTemplates listTemplates;

  public ListTemplatesFunction() {
    this(FunctionContext.lazy());
  }

  ListTemplatesFunction(ApplicationContext context) {
    super(context);
    this.listTemplates = context.getBean(ListTemplates.class);
  }

  @Override
  Answer answer(Request request) {
    var stretch = StretchInput.read(request.query(), 50);
    var list = listTemplates.apply(request.owner(), stretch);
    return Answer.ok(new Shown(list.templates(), list.total(), stretch.limit(), stretch.offset()));
  }

  record Shown(List<Template> templates, long total, int limit, int offset) {}
}
