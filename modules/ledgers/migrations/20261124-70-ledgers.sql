-- A ledger (台账) as a department keeps it. It never holds a value of anybody: its rows are read from records.
create table ledger (
  subdistrict_id uuid not null,
  id uuid not null,
  code text not null,
  department_id uuid not null,
  name text not null,
  level text not null check (level in ('city', 'district', 'subdistrict')),
  legal_basis text not null default '',
  legal_basis_until date,
  frequency text not null check (frequency in ('week', 'month', 'quarter', 'year', 'asNeeded')),
  status text not null default 'active'
    check (status in ('proposed', 'studied', 'approved', 'active', 'comparing', 'retiring', 'retired', 'refused')),
  next_review_on date,
  created_at timestamptz not null default now(),
  primary key (subdistrict_id, id),
  unique (subdistrict_id, code),
  foreign key (subdistrict_id, department_id) references department (subdistrict_id, id)
);
call qz_tenant_table('ledger');
create index ledger_of_department on ledger (subdistrict_id, department_id);

-- What a ledger shows from a day on. Kept for ever: a paper once printed can be explained by its version.
create table ledger_version (
  subdistrict_id uuid not null,
  ledger_id uuid not null,
  version integer not null,
  grain text not null check (grain in ('event', 'resident', 'summary')),
  activities text[] not null,
  condition jsonb,
  columns jsonb not null,
  -- Summaries: the columns of the rows behind a number.
  detail jsonb not null default '[]',
  layout jsonb not null,
  effective_from date not null,
  primary key (subdistrict_id, ledger_id, version),
  foreign key (subdistrict_id, ledger_id) references ledger (subdistrict_id, id)
);
call qz_tenant_table('ledger_version');
revoke update, delete on ledger_version from qz_app;

-- Signs of use, by which a ledger nobody needs is found: opened (once a day and person), shown in full, exported.
create table ledger_event (
  subdistrict_id uuid not null,
  id uuid not null,
  ledger_id uuid not null,
  kind text not null check (kind in ('opened', 'revealed', 'exported', 'printed')),
  account_id uuid not null,
  committee_id uuid,
  month text not null,
  purpose text,
  -- The office's day (Shanghai).
  day date not null,
  at timestamptz not null default now(),
  primary key (subdistrict_id, id),
  foreign key (subdistrict_id, ledger_id) references ledger (subdistrict_id, id)
);
call qz_tenant_table('ledger_event');
create unique index ledger_opened_once_a_day on ledger_event (subdistrict_id, ledger_id, account_id, day) where kind = 'opened';
create index ledger_event_of_ledger on ledger_event (subdistrict_id, ledger_id, at);
