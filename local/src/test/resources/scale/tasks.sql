-- Every other task, from the given one on: 100,000 of "heavy", 10,000 of "medium", some 445 of each
-- other user. What is drawn by chance is a hash of the number, so that each run is alike.
insert into agency_tasks (
  id, user_id, source_type, title, description, category, task_type, priority, urgency, status,
  status_reason, assigned_to_bot, requires_human_review, execution_type, execution_config,
  scheduled_for, deadline, tags, metadata, lane, triggered_by, released_at, not_before, head_start,
  run_order, queued_at, started_at, completed_at, ended_at, created_at, updated_at)
overriding system value
select n,
       user_id,
       one_of('{manual,manual,manual,webhook_sms,webhook_email,webhook_custom,template,clone}', n, 1),
       format('%s %s for %s %s%s', verb, object, client, n, case when n % 1000 = 0 then ' 日本語 😀' end),
       case when chance(3, n, 2) = 0
            then format('Please %s the %s of %s before %s; ask %s at ext. %s.',
                        lower(verb), object, client, to_char(created_at + interval '9 days', 'FMDay'),
                        one_of('{Ann,Bo,Cy,Al,Jo,Mia,Tom}', n, 3), chance(100, n, 4))
       end,
       one_of('{general,general,general,sales,billing,support,onboarding,social,seo,research}', n, 5),
       task_type,
       one_of('{low,medium,medium,medium,medium,medium,high,high,high,critical}', n, 6),
       one_of('{normal,normal,normal,soon,urgent,immediate}', n, 7),
       status,
       case when status in ('deferred', 'waiting_input') then 'It waits.' end,
       bot,
       review,
       execution_type,
       jsonb_build_object('method', 'GET', 'url', 'https://example.com/' || n),
       scheduled_for,
       case when chance(4, n, 8) = 0 then created_at + make_interval(hours => chance(2000, n, 9)) end,
       case when chance(2, n, 10) = 0
            then jsonb_build_array('t' || chance(200, n, 11), 'client-' || chance(50, n, 12))
            else '[]' end,
       case when chance(4, n, 13) = 0 then jsonb_build_object('ref', n) end,
       case task_type when 'browser_automation' then 'browser' else '{lane}' end,
       case when released then one_of('{automatic,automatic,automatic,schedule,approval}', n, 14) end,
       case when released then created_at end,
       case status when 'deferred' then now() + make_interval(hours => 1 + chance(200, n, 15))
                   else created_at end,
       chance(3, n, 16) * 3600,
       case when released then created_at - make_interval(secs => chance(3, n, 16) * 3600) end,
       case when status = 'queued' then created_at end,
       case when started then created_at + interval '5 seconds' end,
       case when status = 'completed' then created_at + interval '9 seconds' end,
       case when status in ('completed', 'failed', 'cancelled') then created_at + interval '9 seconds' end,
       created_at,
       created_at + make_interval(secs => chance(1000000, n, 17) * chance(2, n, 18))
from (
  select *,
         status in ('in_progress', 'waiting_input', 'completed', 'failed') as started,
         status <> 'deferred'
           and (status <> 'pending' or chance(3, n, 19) = 0)
           and (status not in ('pending', 'queued') or coalesce(scheduled_for, now()) <= now()) as released,
         case when status in ('pending', 'queued') then chance(5, n, 20) > 1 else chance(20, n, 20) > 0 end as bot,
         status in ('pending', 'cancelled') and chance(4, n, 21) = 0 as review,
         case when scheduled_for is not null then 'scheduled'
              else one_of('{automatic,automatic,automatic,manual_trigger}', n, 22) end as execution_type
  from (
    select n,
           case when n % 10 = 0 then 1 when n % 100 = 1 then 2 else 3 + chance(2000, n, 23) end as user_id,
           one_of('{Call,Email,Invoice,Review,Update,Publish,Research,Schedule,Remind,Check}', n, 24) as verb,
           one_of('{proposal,contract,landing page,newsletter,campaign,report,invoice,lead list,backlink,calendar}', n, 25) as object,
           one_of('{Acme,Globex,Initech,Umbrella,Hooli,Stark,Wayne,Wonka,Cyberdyne,Soylent,"Müller & Söhne"}', n, 26) as client,
           one_of('{api_call,api_call,api_call,browser_automation,notification,reminder,ghl_action,data_extraction,report_generation,custom}', n, 27) as task_type,
           case
             when chance(100, n, 28) < 70 then 'completed'
             when chance(100, n, 28) < 78 then 'cancelled'
             when chance(100, n, 28) < 84 then 'failed'
             when chance(100, n, 28) < 94 then 'pending'
             when chance(100, n, 28) < 96 then 'queued'
             when chance(100, n, 28) < 98 then 'deferred'
             when chance(1000, n, 29) < 900 then 'waiting_input'
             else 'in_progress'
           end as status,
           case when chance(4, n, 30) = 0
                then now() + make_interval(hours => chance(4000, n, 31) - 3500) end as scheduled_for,
           now() - make_interval(secs => (1000000 - n) * 31 + chance(30, n, 32)) as created_at
    from generate_series(?, 1000000, 2) n
  ) drawn
) decided
