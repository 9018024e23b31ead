-- Somebody moved away or died. The row stays, for the acts that name it; lists, marks and rosters leave it out
-- from that day, and it can be taken back.
alter table resident
  add column left_on date,
  add column left_for text check (left_for in ('moved', 'died')),
  add column left_note text not null default '',
  -- The place in a household that was given up, so that coming back puts the person there again.
  add column left_home jsonb,
  add constraint resident_left check ((left_on is null) = (left_for is null));
alter table resident_revision drop constraint resident_revision_source_check;
alter table resident_revision add constraint resident_revision_source_check
  check (source in ('typed', 'import', 'merge', 'unmerge', 'left', 'back'));
