-- Two users with much to do, and two thousand others.
insert into users (id, subject, created_at)
overriding system value
select n, case n when 1 then 'heavy' when 2 then 'medium' else 'user-' || n end, now() - interval '2 years'
from generate_series(1, 2002) n
