package io.agencytasks.functions.store;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.template.Saving;
import io.agencytasks.domain.template.Template;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import java.util.List;
import java.util.Optional;

/** One template as rows: with all fields at their limits it is more than one row can hold. */
final class TemplateRows {
  /** Selects the pieces of {@code saved}, one template or none. */
  static final String PIECES =
      """
      rows as (
        select 1 as place, cast(to_jsonb(m) as text) as json
        from saved m
      ),
      {cut},
      answer as (
        {items}
      )
      """
          .replace("{cut}", Parts.CUT)
          .replace("{items}", Parts.ITEMS)
          .strip();

  private TemplateRows() {}

  /** Binds what {@link #PIECES} asks for. */
  static Statement inPieces(Statement statement) {
    return statement.number("mostBytes", Parts.MOST_BYTES);
  }

  static Optional<Template> template(List<Row> rows) {
    return Parts.items(rows, Template.class).stream().findFirst();
  }

  private static Optional<Saving> refused(List<Row> rows) {
    var faults = TaskRows.all(rows, "fault", Fault.class);
    return faults.isEmpty() ? Optional.empty() : Optional.of(new Saving.Refused(faults));
  }

  /** What came of a wish to save one: a row {@code stale} has the version that is there. */
  static Saving saving(List<Row> rows) {
    return template(rows)
        .<Saving>map(Saving.Saved::new)
        .or(() -> TaskRows.first(rows, "stale").map(Integer::valueOf).map(Saving.Stale::new))
        .or(() -> refused(rows))
        .orElseGet(Saving.NotFound::new);
  }
}
