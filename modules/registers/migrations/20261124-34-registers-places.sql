-- Premises (shops, rented flats, public places) and organisations (companies, schools, owners' committees):
-- alike in all but their columns, which lie in `attributes` by the code of their data element.
create table place (
  subdistrict_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  register text not null check (register in ('premises', 'organisation')),
  kind text not null,
  name text not null,
  -- Unified social credit code (GB 32100) of an organisation; empty when it has none.
  code text not null default '',
  building text not null default '',
  room text not null default '',
  address text not null default '',
  -- The person to speak to, and their phone: sealed outside the database.
  contact text not null default '',
  phone_sealed bytea,
  phone_tail text,
  attributes jsonb not null default '{}',
  tokens text[] not null,
  revision integer not null default 1,
  -- It is there no more; what was written of it stays.
  closed_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (subdistrict_id, id),
  foreign key (subdistrict_id, committee_id) references committee (subdistrict_id, id)
);
call qz_tenant_table('place');
create index place_by_door on place (subdistrict_id, committee_id, register, building, room, id);
create unique index place_by_code on place (subdistrict_id, committee_id, register, code)
  where code <> '' and closed_on is null;
create index place_by_tokens on place using gin (tokens);
