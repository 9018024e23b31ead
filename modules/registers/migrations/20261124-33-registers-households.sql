-- Who lives together (户). Where, is said of the household; who, of its members.
create table household (
  subdistrict_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  -- 户号 as the office writes it; empty when there is none.
  number text not null default '',
  building text not null default '',
  room text not null default '',
  note text not null default '',
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (subdistrict_id, id),
  foreign key (subdistrict_id, committee_id) references committee (subdistrict_id, id)
);
call qz_tenant_table('household');
create index household_by_door on household (subdistrict_id, committee_id, building, room, id);
create unique index household_by_number on household (subdistrict_id, committee_id, number) where number <> '';

-- A person lives in one household. Relation to the head by the first digit of GB/T 4761; 0 is the head.
create table household_member (
  subdistrict_id uuid not null,
  resident_id uuid not null,
  household_id uuid not null,
  relation text not null check (relation in ('0', '1', '2', '3', '4', '5', '6', '7', '8')),
  primary key (subdistrict_id, resident_id),
  foreign key (subdistrict_id, resident_id) references resident (subdistrict_id, id),
  foreign key (subdistrict_id, household_id) references household (subdistrict_id, id)
);
call qz_tenant_table('household_member');
create index household_member_of on household_member (subdistrict_id, household_id);
create unique index household_head on household_member (subdistrict_id, household_id) where relation = '0';
