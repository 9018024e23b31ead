-- Layouts of a hall, a picture that changes by itself, a shared screen, a show of venues, a recording.
alter table venue_state drop constraint venue_state_layout_check;
alter table venue_state
  add constraint venue_state_layout_check check (layout in ('speaker', 'questioner', 'gallery', 'shared')),
  add column auto text check (auto in ('patrol', 'voice')),
  add column shown_since timestamptz,
  add column sharer text,
  add column poll jsonb,
  add column recorded_since timestamptz;

-- What the log says besides who and when: the words of a message, a question, a result.
alter table venue_event add column detail jsonb;
