-- What a venue's device found out about itself before the sitting: the last check of each venue.
create table venue_check (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  venue text not null,
  result jsonb not null,
  at timestamptz not null,
  primary key (subdistrict_id, sitting_id, venue)
);
call qz_tenant_table('venue_check');
