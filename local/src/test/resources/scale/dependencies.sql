-- Every fiftieth task of "heavy" and some others wait, or waited, for the one before.
insert into task_dependencies (task_id, depends_on_id)
select id, id - 10
from agency_tasks
where id > 20
  and id % 50 < 2
