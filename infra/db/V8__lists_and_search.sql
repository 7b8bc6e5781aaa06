-- What lists of tasks are read from (FR-003): any filter, any order, and words or parts of words.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The row of whoever the identity provider calls so. A function, since the planner asks it too: how
-- much a user has decides how a list is best read.
create function owner_id(subject text) returns bigint stable parallel safe language sql
  return (select u.id from users u where u.subject = owner_id.subject);

-- Title and description as search sees them; a term holds no line end, so it is found in either.
create function searched(title text, description text) returns text
  immutable parallel safe language sql
  return lower(title || chr(10) || coalesce(description, ''));

-- The words of one or two letters or digits, which trigrams cannot find.
create function short_words(searched text) returns text[] immutable parallel safe language sql
  return string_to_array(regexp_replace(searched, '[[:alnum:]]{3,}|[^[:alnum:]]+', ' ', 'g'), ' ', '');

-- The characters that are no ASCII, which trigrams may not know: the database's locale decides.
create function other_characters(searched text) returns text[] immutable parallel safe language sql
  return string_to_array(regexp_replace(searched, '[\x01-\x7f]+', '', 'g'), null);

create index agency_tasks_text on agency_tasks
  using gin (user_id, searched(title, description) gin_trgm_ops);
create index agency_tasks_short_words on agency_tasks
  using gin (user_id, short_words(searched(title, description)));
create index agency_tasks_other_characters on agency_tasks
  using gin (user_id, other_characters(searched(title, description)));
create index agency_tasks_tags on agency_tasks using gin (user_id, tags jsonb_path_ops);

-- All that filters ask for and all that lists are sorted by, so that what matches is counted, and a
-- rare match found, in the index alone. Statistics are counted from it too (FR-010).
drop index agency_tasks_counts;
create index agency_tasks_counts on agency_tasks (user_id, status, priority, requires_human_review)
  include (category, task_type, source_type, assigned_to_bot, scheduled_for, deadline,
           created_at, updated_at, priority_rank, id);
