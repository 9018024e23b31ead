-- Every former version of a household (with who lived there) and of premises or an organisation: what stood as
-- `revision` until it was changed. Sealed values stay sealed.
create table household_revision (
  subdistrict_id uuid not null,
  household_id uuid not null,
  revision integer not null,
  -- number, building, room, note, members [{resident, relation}]
  row jsonb not null,
  source text not null check (source in ('typed', 'import', 'merge', 'unmerge', 'left', 'back')),
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null default now(),
  primary key (subdistrict_id, household_id, revision)
);
call qz_tenant_table('household_revision');
revoke update, delete on household_revision from qz_app;

create table place_revision (
  subdistrict_id uuid not null,
  place_id uuid not null,
  revision integer not null,
  row jsonb not null,
  source text not null check (source in ('typed', 'import', 'closed')),
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null default now(),
  primary key (subdistrict_id, place_id, revision)
);
call qz_tenant_table('place_revision');
revoke update, delete on place_revision from qz_app;
