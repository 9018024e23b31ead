-- Whether a sitting may be recorded, said to everybody; a page of a document in the place of a shared screen.
alter table venue_state
  add column may_record boolean not null default false,
  add column document jsonb;

-- A recording (录像) of the programme, from its start to its stop. Its row stays when it is deleted: who, when, why.
create table venue_recording (
  subdistrict_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  started_at timestamptz not null,
  stopped_at timestamptz,
  -- Which server process records it now, and until when that is believed.
  claimed_by uuid,
  claimed_until timestamptz,
  deleted_at timestamptz,
  deleted_by text,
  deleted_reason text,
  -- Its files are gone from the store.
  emptied_at timestamptz,
  primary key (subdistrict_id, id),
  foreign key (subdistrict_id, sitting_id) references venue_state (subdistrict_id, sitting_id)
);
create unique index venue_recording_open on venue_recording (subdistrict_id, sitting_id) where stopped_at is null;
create index venue_recording_by_sitting on venue_recording (subdistrict_id, sitting_id, started_at);
call qz_tenant_table('venue_recording');
revoke delete on venue_recording from qz_app;

-- One run of the recorder: after a crash the recording goes on in the next part. `first_at` is when its first
-- picture was taken; lengths are counted from there.
create table venue_recording_part (
  subdistrict_id uuid not null,
  recording_id uuid not null,
  part integer not null check (part between 1 and 1000),
  first_at timestamptz not null,
  written_at timestamptz not null,
  header_bytes integer not null,
  bytes bigint not null,
  milliseconds integer not null,
  primary key (subdistrict_id, recording_id, part),
  foreign key (subdistrict_id, recording_id) references venue_recording (subdistrict_id, id)
);
call qz_tenant_table('venue_recording_part');

-- A few seconds of a part: one sealed file in the store. `clusters`: places one can jump to, [byte in the part, ms].
create table venue_recording_chunk (
  subdistrict_id uuid not null,
  recording_id uuid not null,
  part integer not null,
  chunk integer not null,
  bytes integer not null,
  clusters jsonb not null,
  primary key (subdistrict_id, recording_id, part, chunk),
  foreign key (subdistrict_id, recording_id, part) references venue_recording_part (subdistrict_id, recording_id, part)
);
call qz_tenant_table('venue_recording_chunk');
