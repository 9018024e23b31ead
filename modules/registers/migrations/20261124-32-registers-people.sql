-- Marks set by hand where no rule can say (党员, 志愿者); those by rule are never stored.
alter table resident add column tags text[] not null default '{}';

-- Every former version of a person: what stood as `revision` until it was changed. Sealed values stay sealed.
create table resident_revision (
  subdistrict_id uuid not null,
  resident_id uuid not null,
  revision integer not null,
  row jsonb not null,
  source text not null check (source in ('typed', 'import', 'merge', 'unmerge')),
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null default now(),
  primary key (subdistrict_id, resident_id, revision)
);
call qz_tenant_table('resident_revision');
revoke update, delete on resident_revision from qz_app;

-- Two entries found to be one person. The other's row leaves `resident` and lies here as it was: whoever reads
-- the register need not know of merges, and taking one back puts the very row back.
create table resident_merge (
  subdistrict_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  kept_id uuid not null,
  other_id uuid not null,
  kept_before jsonb not null,
  kept_after jsonb not null,
  other_row jsonb not null,
  -- What moved over with the other: acts of work, the place in a household.
  carried jsonb not null,
  merged_by uuid not null,
  merged_by_name text not null,
  merged_at timestamptz not null default now(),
  undone_by uuid,
  undone_by_name text,
  undone_at timestamptz,
  primary key (subdistrict_id, id),
  foreign key (subdistrict_id, committee_id) references committee (subdistrict_id, id)
);
call qz_tenant_table('resident_merge');
revoke delete on resident_merge from qz_app;
create unique index resident_merge_of_other on resident_merge (subdistrict_id, other_id) where undone_at is null;
create index resident_merge_of_kept on resident_merge (subdistrict_id, kept_id);

-- Two people who look alike and are not the same: a person looked and said so. `one_id` is the smaller.
create table resident_distinct (
  subdistrict_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamptz not null default now(),
  primary key (subdistrict_id, one_id, other_id)
);
call qz_tenant_table('resident_distinct');

-- Two entries of one name in one committee, for finding duplicates.
create index resident_by_name on resident (subdistrict_id, committee_id, name);
