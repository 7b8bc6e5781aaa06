-- Who claims go by: everybody with a released task.
insert into ready_tenants (user_id)
select distinct user_id
from agency_tasks t
where t.status in ('pending', 'queued') and t.assigned_to_bot and not t.requires_human_review
  and t.blocked_by is null and t.released_at is not null
