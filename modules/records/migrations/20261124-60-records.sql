-- One act of work, entered once (工作记录). Values lie by element code in one jsonb: a table per activity would
-- need DDL for every change of a form, on every shard.
create table record (
  subdistrict_id uuid not null,
  id uuid not null,
  -- Made where the entry was typed; the same entry sent twice is stored once.
  client_id uuid not null,
  -- SHA-256 of what was first sent under client_id, so that another body under it shows.
  sent_hash text not null,
  committee_id uuid not null,
  activity text not null,
  subject_kind text not null check (subject_kind in ('resident', 'committee')),
  subject_id uuid not null,
  occurred_on date not null,
  occurred_at timestamptz,
  values jsonb not null,
  -- Reasons given for values that are unusual but true, by element code.
  confirmed jsonb not null default '{}',
  source text not null check (source in ('typed', 'voice', 'import', 'api', 'derived')),
  author_id uuid not null,
  author_name text not null,
  entered_at timestamptz not null default now(),
  revision integer not null default 1,
  changed_at timestamptz not null default now(),
  -- What this entry spared when it was made: the ledgers it went to, the cells nobody copied.
  ledgers_filled uuid[] not null default '{}',
  cells_saved integer not null default 0,
  voided_at timestamptz,
  voided_by_name text,
  voided_reason text,
  primary key (subdistrict_id, id),
  unique (subdistrict_id, client_id),
  foreign key (subdistrict_id, committee_id) references committee (subdistrict_id, id)
);
call qz_tenant_table('record');
-- A committee's ledger page, a department's over all committees, and one person's acts, newest first.
create index record_of_committee on record (subdistrict_id, committee_id, activity, occurred_on, id);
create index record_of_activity on record (subdistrict_id, activity, occurred_on, id);
create index record_of_subject on record (subdistrict_id, subject_id, occurred_on);
create index record_of_author on record (subdistrict_id, author_id, entered_at);

-- Every former version: what stood as `revision` until `changed_by_name` changed it for `reason`.
create table record_revision (
  subdistrict_id uuid not null,
  record_id uuid not null,
  revision integer not null,
  occurred_on date not null,
  occurred_at timestamptz,
  values jsonb not null,
  confirmed jsonb not null,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null default now(),
  reason text not null,
  primary key (subdistrict_id, record_id, revision),
  foreign key (subdistrict_id, record_id) references record (subdistrict_id, id)
);
call qz_tenant_table('record_revision');
revoke update, delete on record_revision from qz_app;
revoke delete on record from qz_app;

-- What is known of a subject now, by element: the newest value of a record that stands.
create table current_value (
  subdistrict_id uuid not null,
  subject_id uuid not null,
  element text not null,
  value jsonb not null,
  record_id uuid not null,
  as_of date not null,
  primary key (subdistrict_id, subject_id, element)
);
call qz_tenant_table('current_value');
