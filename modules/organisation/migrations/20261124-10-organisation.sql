-- The tenant's root: its subdistrict_id is its own id. `version` moves with every change of the organisation,
-- so that an import previewed against an older one is refused.
create table subdistrict (
  subdistrict_id uuid not null primary key,
  code text not null,
  name text not null,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
call qz_tenant_table('subdistrict');

create table department (
  subdistrict_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null check (kind in ('business', 'self_governance', 'party_building', 'party_government')),
  primary key (subdistrict_id, id),
  unique (subdistrict_id, code)
);
call qz_tenant_table('department');

create table committee (
  subdistrict_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  short_name text not null,
  address text not null,
  travel_minutes integer not null check (travel_minutes between 0 and 240),
  primary key (subdistrict_id, id),
  unique (subdistrict_id, code)
);
call qz_tenant_table('committee');

-- A cadre belongs to one committee or one department. The phone is sealed (platform/secrets) as cadre.phone.
create table cadre (
  subdistrict_id uuid not null,
  id uuid not null,
  name text not null,
  committee_id uuid,
  department_id uuid,
  posts text[] not null,
  lines text[] not null,
  phone bytea,
  active boolean not null default true,
  primary key (subdistrict_id, id),
  foreign key (subdistrict_id, committee_id) references committee (subdistrict_id, id),
  foreign key (subdistrict_id, department_id) references department (subdistrict_id, id),
  check (num_nonnulls(committee_id, department_id) = 1)
);
call qz_tenant_table('cadre');
create index cadre_by_committee on cadre (subdistrict_id, committee_id);
create index cadre_by_department on cadre (subdistrict_id, department_id);

-- Where the office's calendar differs from what was published, or nothing was published yet.
create table office_day (
  subdistrict_id uuid not null,
  day date not null,
  working boolean not null,
  name text not null,
  primary key (subdistrict_id, day)
);
call qz_tenant_table('office_day');

-- An uploaded spreadsheet between its preview and its application; the file itself is in the file store.
create table organisation_import (
  subdistrict_id uuid not null,
  id uuid not null,
  file_key text not null,
  file_hash text not null,
  -- subdistrict.version the preview was made against
  basis integer not null,
  account_id uuid not null,
  created_at timestamptz not null default now(),
  applied_at timestamptz,
  primary key (subdistrict_id, id)
);
call qz_tenant_table('organisation_import');
