-- The register of residents (居民底册). Who is known, where they live, what is known of them.
create table resident (
  subdistrict_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  name text not null,
  -- GB/T 2261.1: 1 male, 2 female, 9 not said, 0 not known.
  sex text not null default '0' check (sex in ('0', '1', '2', '9')),
  birth date,
  -- Sealed outside the database; the fingerprint finds equal values without opening them.
  id_no_sealed bytea,
  id_no_fingerprint bytea,
  phone_sealed bytea,
  phone_fingerprint bytea,
  phone_tail text,
  building text not null default '',
  room text not null default '',
  address text not null default '',
  -- What else is known, by element code (person.living, person.chronic, …); phone numbers among them in `sealed`.
  attributes jsonb not null default '{}',
  sealed jsonb not null default '{}',
  -- What the person is found by: characters, pinyin, initials, building-room, phone tail.
  tokens text[] not null,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (subdistrict_id, id),
  unique (subdistrict_id, id_no_fingerprint),
  foreign key (subdistrict_id, committee_id) references committee (subdistrict_id, id)
);
call qz_tenant_table('resident');
create index resident_by_door on resident (subdistrict_id, committee_id, building, room, id);
create index resident_by_phone on resident (subdistrict_id, phone_fingerprint) where phone_fingerprint is not null;
create index resident_by_birth on resident (subdistrict_id, committee_id, birth);
create index resident_by_tokens on resident using gin (tokens);
