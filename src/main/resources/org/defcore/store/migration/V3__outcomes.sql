-- All outcomes of a run in one row, which are read together: 300 rows a run took five times as long to
-- read. The columns are alike in length and order, by test; numbers of outcomes are those of
-- OutcomeNumbers; 0 where a test has no code, or bypassed nothing.
create table outcomes (
  run integer primary key references run on delete cascade,
  tests integer array not null,
  outcomes integer array not null,
  millis integer array not null,
  attempts integer array not null,
  codes integer array not null,
  bypassing integer array not null
);

insert into outcomes (run, tests, outcomes, millis, attempts, codes, bypassing)
select
  run,
  array_agg(test order by test),
  array_agg(cast(outcome as integer) order by test),
  array_agg(millis order by test),
  array_agg(cast(attempts as integer) order by test),
  array_agg(coalesce(cast(code as integer), 0) order by test),
  array_agg(coalesce(cast(bypassing as integer), 0) order by test)
from outcome
group by run;

drop table outcome;
