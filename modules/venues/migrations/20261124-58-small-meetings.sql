-- A small meeting (小会): 2 to 10 people who meet there and then, without a console. When it called cadres of
-- committees up, the sitting of the same id holds the call-ups.
create table small_meeting (
  subdistrict_id uuid not null,
  id uuid not null,
  host_account uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('host', 'empty')),
  primary key (subdistrict_id, id),
  check ((ended_at is null) = (ended_by is null))
);
call qz_tenant_table('small_meeting');
create index small_meeting_open on small_meeting (subdistrict_id, started_at) where ended_at is null;
create index small_meeting_by_host on small_meeting (subdistrict_id, host_account, started_at);

-- Who was asked to it, the host among them. `called`: a cadre called up, whom the sitting counts.
create table small_meeting_person (
  subdistrict_id uuid not null,
  meeting_id uuid not null,
  account_id uuid not null,
  name text not null,
  place text not null,
  cadre_id uuid,
  called boolean not null,
  declined_at timestamptz,
  primary key (subdistrict_id, meeting_id, account_id),
  foreign key (subdistrict_id, meeting_id) references small_meeting (subdistrict_id, id)
);
call qz_tenant_table('small_meeting_person');
create index small_meeting_person_by_account on small_meeting_person (subdistrict_id, account_id, meeting_id);

-- One row a connection, named by the engine's session id, as in venue_presence.
create table small_meeting_presence (
  subdistrict_id uuid not null,
  meeting_id uuid not null,
  session text not null,
  account_id uuid not null,
  came_at timestamptz not null,
  seen_at timestamptz not null,
  left_at timestamptz,
  primary key (subdistrict_id, meeting_id, session),
  foreign key (subdistrict_id, meeting_id) references small_meeting (subdistrict_id, id)
);
call qz_tenant_table('small_meeting_presence');
