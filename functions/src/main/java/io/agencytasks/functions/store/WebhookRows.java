package io.agencytasks.functions.store;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.domain.webhook.WebhookSaving;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import io.agencytasks.functions.aws.StatementRefused;
import java.util.List;
import java.util.Optional;

/** One webhook as rows: with all fields at their limits it is more than one row can hold. */
final class WebhookRows {
  /** A webhook {@code w} without its secrets, which no row of these has. */
  static final String JSON = "cast(to_jsonb(w) - 'secret' - 'previous_secret' as text)";

  /** Selects the pieces of {@code saved}, one webhook or none. */
  static final String PIECES =
      """
      rows as (
        select 1 as place, {json} as json
        from saved w
      ),
      {cut},
      answer as (
        {items}
      )
      """
          .replace("{json}", JSON)
          .replace("{cut}", Parts.CUT)
          .replace("{items}", Parts.ITEMS)
          .strip();

  /**
   * Stands behind {@code draft (user_id, template_id, defaults)}. Leaves {@code faults (field,
   * message)}: why no task could ever be made.
   */
  static final String FAULTS =
      """
      started as (
        select draft.*, m.id as found, m.task
        from draft
        left join task_templates m on m.id = draft.template_id and m.user_id = draft.user_id
      ),
      faults as (
        select 'templateId' as field, format('names template %s, which is not there', template_id) as message
        from started
        where template_id is not null
          and found is null
        union all
        select 'defaults.taskType', 'is required, unless the template has one'
        from started
        where coalesce(defaults ->> 'task_type', task ->> 'task_type') is null
          and (template_id is null or found is not null)
      )
      """
          .strip();

  /** Selects them as rows beside the pieces of a webhook. */
  static final String FAULT_ROWS =
      """
      select 0 as piece, 'fault' as kind, cast(to_jsonb(faults) as text) as json
      from faults
      """
          .strip();

  private static final String ADDRESS = "user_webhooks_active_address";

  private WebhookRows() {}

  /** Binds what {@link #PIECES} asks for. */
  static Statement inPieces(Statement statement) {
    return statement.number("mostBytes", Parts.MOST_BYTES);
  }

  static Optional<Webhook> webhook(List<Row> rows) {
    return Parts.items(rows, Webhook.class).stream().findFirst();
  }

  /** Runs what saves one, unless another one that is enabled has its address. */
  static WebhookSaving save(DataApi database, Statement statement) {
    try {
      return saving(database.rows(inPieces(statement)));
    } catch (StatementRefused refused) {
      if (refused.broke(ADDRESS)) {
        return new WebhookSaving.AddressTaken();
      }
      throw refused;
    }
  }

  private static WebhookSaving saving(List<Row> rows) {
    var faults = TaskRows.all(rows, "fault", Fault.class);
    if (!faults.isEmpty()) {
      return new WebhookSaving.Refused(faults);
    }
    return webhook(rows)
        .<WebhookSaving>map(WebhookSaving.Saved::new)
        .or(() -> number(rows, "stale").map(WebhookSaving.Stale::new))
        .or(() -> number(rows, "too_many").map(WebhookSaving.TooMany::new))
        .or(() -> number(rows, "without_secret").map(id -> new WebhookSaving.WithoutSecret()))
        .orElseGet(WebhookSaving.NotFound::new);
  }

  private static Optional<Integer> number(List<Row> rows, String kind) {
    return TaskRows.first(rows, kind).map(Integer::valueOf);
  }
}
