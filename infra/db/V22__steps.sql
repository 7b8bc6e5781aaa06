-- What attempts note of their steps while they run fits into a row with all else that they leave.

alter table task_executions
  add constraint step_results_fit_a_row
    check (jsonb_typeof(step_results) = 'array' and octet_length(step_results::text) <= 12288),
  add constraint steps_are_counted
    check (steps_completed between 0 and steps_total);
comment on column task_executions.step_results is
  'What came of each step so far; a later attempt of the task may go on from there.';
