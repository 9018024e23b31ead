-- What the screens of a sitting agree on. One row a sitting, changed only from the revision that was read.
create table venue_state (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  rev integer not null,
  control_rev integer not null,
  phase text not null check (phase in ('waiting', 'running', 'ended')),
  programme text not null,
  next text,
  layout text not null check (layout in ('speaker', 'questioner')),
  floor text,
  floor_since timestamptz,
  queue jsonb not null default '[]',
  muted jsonb not null default '[]',
  item_id uuid,
  item_since timestamptz,
  notice jsonb,
  primary key (subdistrict_id, sitting_id)
);
call qz_tenant_table('venue_state');

-- The switching log: each revision as it came about, never changed.
create table venue_event (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  rev integer not null,
  at timestamptz not null,
  account_id uuid not null,
  kind text not null,
  venue text,
  item_id uuid,
  primary key (subdistrict_id, sitting_id, rev),
  foreign key (subdistrict_id, sitting_id) references venue_state (subdistrict_id, sitting_id)
);
call qz_tenant_table('venue_event');
revoke update, delete on venue_event from qz_app;

-- One row a connection of a venue's device, named by the engine's own session id: a report that comes twice
-- or late finds its row. `seen_at` is the last moment it was known to be there.
create table venue_presence (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  session text not null,
  venue text not null,
  came_at timestamptz not null,
  seen_at timestamptz not null,
  left_at timestamptz,
  evidence text[] not null,
  primary key (subdistrict_id, sitting_id, session),
  foreign key (subdistrict_id, sitting_id) references venue_state (subdistrict_id, sitting_id)
);
call qz_tenant_table('venue_presence');

-- Which device speaks for a venue: another one has to be told to take over.
create table venue_device (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  venue text not null,
  device uuid not null,
  account_id uuid not null,
  claimed_at timestamptz not null,
  primary key (subdistrict_id, sitting_id, venue),
  foreign key (subdistrict_id, sitting_id) references venue_state (subdistrict_id, sitting_id)
);
call qz_tenant_table('venue_device');

-- How many people a venue says it holds.
create table venue_head_count (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  venue text not null,
  people integer not null check (people between 0 and 500),
  account_id uuid not null,
  at timestamptz not null,
  primary key (subdistrict_id, sitting_id, venue),
  foreign key (subdistrict_id, sitting_id) references venue_state (subdistrict_id, sitting_id)
);
call qz_tenant_table('venue_head_count');
