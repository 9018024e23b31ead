-- A sitting that is arranged and held; a practice (演练), which calls nobody and counts nowhere; a small meeting
-- (小会) that somebody of the office called there and then, which counts like any call-up.
alter table sitting add column kind text not null default 'regular' check (kind in ('regular', 'practice', 'small'));
