-- Every head-count a venue or the operator gave, never changed: what was said before a correction stays.
create table venue_count (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  id uuid not null,
  venue text not null,
  people integer not null check (people between 0 and 500),
  source text not null check (source in ('branch', 'console')),
  account_id uuid not null,
  by_name text not null,
  reason text,
  at timestamptz not null,
  primary key (subdistrict_id, sitting_id, id),
  foreign key (subdistrict_id, sitting_id) references venue_state (subdistrict_id, sitting_id)
);
call qz_tenant_table('venue_count');
revoke update, delete on venue_count from qz_app;

-- Who sits in a venue, by name: cadres, the owners' committee, property managers, volunteers. Taken off the
-- list with who and why, never deleted.
create table venue_person (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  id uuid not null,
  venue text not null,
  name text not null,
  standing text not null check (standing in ('cadre', 'owners', 'property', 'volunteer', 'other')),
  cadre_id uuid,
  source text not null check (source in ('branch', 'console', 'sign_in')),
  at timestamptz not null,
  by_name text not null,
  reason text,
  removed_at timestamptz,
  removed_by text,
  removed_reason text,
  primary key (subdistrict_id, sitting_id, id),
  foreign key (subdistrict_id, sitting_id) references venue_state (subdistrict_id, sitting_id)
);
create unique index venue_person_once on venue_person (subdistrict_id, sitting_id, venue, name) where removed_at is null;
call qz_tenant_table('venue_person');
revoke delete on venue_person from qz_app;

-- The code a venue shows for signing in on one's own phone: it says which venue, so it stands outside tenants.
create table venue_sign_in_code (
  code_hash bytea not null primary key,
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  venue text not null,
  expires_at timestamptz not null
);
create index venue_sign_in_code_by_end on venue_sign_in_code (expires_at);
