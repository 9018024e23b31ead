-- How the rows of a ledger follow each other, on screen and on paper alike; what one form is about in time.
alter table ledger_version
  add column sorting jsonb not null default '{"columns":[],"newestFirst":true}',
  add column period text not null default 'month' check (period in ('month', 'quarter', 'year'));
