-- Who may call up neighbourhood cadres, and how often (召集规则). Terms change by a new row from a day on;
-- a row is never edited but for its end, so that every decision's rule can be read back.
create table convening_rule (
  subdistrict_id uuid not null,
  code text not null check (code in ('reserved_posts', 'department_quota')),
  effective_from date not null,
  effective_to date,
  terms jsonb not null,
  primary key (subdistrict_id, code, effective_from),
  check (effective_to is null or effective_to >= effective_from)
);
call qz_tenant_table('convening_rule');

-- A sitting (会次): what is really held, one or more requests pooled.
create table sitting (
  subdistrict_id uuid not null,
  id uuid not null,
  title text not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes > 0),
  mode text not null check (mode in ('video', 'in_person', 'on_site')),
  place text not null,
  state text not null check (state in ('arranged', 'started', 'ended', 'cancelled')),
  reason text,
  started_at timestamptz,
  ended_at timestamptz,
  arranged_by uuid not null,
  revision integer not null default 1,
  primary key (subdistrict_id, id)
);
call qz_tenant_table('sitting');
create index sitting_by_time on sitting (subdistrict_id, starts_at);

-- A request (会议申请). A fixed time has its day as the whole window.
create table meeting_request (
  subdistrict_id uuid not null,
  id uuid not null,
  department_id uuid not null,
  requested_by uuid not null,
  requester text not null,
  requested_at timestamptz not null,
  purpose text not null,
  audience jsonb not null,
  earliest date not null,
  latest date not null check (latest >= earliest),
  day_part text not null check (day_part in ('any', 'morning', 'afternoon')),
  fixed_at timestamptz,
  mode text not null check (mode in ('video', 'in_person', 'on_site')),
  place text not null,
  -- Cadres called when it was asked for; the quota counts these.
  call_ups integer not null check (call_ups >= 0),
  state text not null check (state in ('waiting', 'approved', 'arranged', 'refused', 'withdrawn')),
  -- The rule whose monthly count this request took a place in; null when it took none.
  counts_under text,
  sitting_id uuid,
  revision integer not null default 1,
  primary key (subdistrict_id, id),
  foreign key (subdistrict_id, sitting_id) references sitting (subdistrict_id, id),
  check ((state = 'arranged') = (sitting_id is not null))
);
call qz_tenant_table('meeting_request');
create index meeting_request_by_department on meeting_request (subdistrict_id, department_id, latest);
create index meeting_request_by_state on meeting_request (subdistrict_id, state);
create index meeting_request_by_sitting on meeting_request (subdistrict_id, sitting_id);

create table meeting_item (
  subdistrict_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  position integer not null,
  title text not null,
  minutes integer not null check (minutes > 0),
  kind text not null check (kind in ('discuss', 'decide', 'train', 'read_out')),
  presenter text not null,
  -- Only when it calls others than the request does.
  audience jsonb,
  call_ups integer not null check (call_ups >= 0),
  primary key (subdistrict_id, id),
  unique (subdistrict_id, request_id, position),
  foreign key (subdistrict_id, request_id) references meeting_request (subdistrict_id, id)
);
call qz_tenant_table('meeting_item');

-- What was decided about a request, by which rule, in words.
create table meeting_decision (
  subdistrict_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  outcome text not null
    check (outcome in ('admitted', 'approval_required', 'approved', 'refused', 'withdrawn', 'cancelled')),
  rule_code text,
  rule_from date,
  words jsonb not null,
  reason text,
  decided_by uuid not null,
  decider text not null,
  decided_at timestamptz not null,
  primary key (subdistrict_id, id),
  foreign key (subdistrict_id, request_id) references meeting_request (subdistrict_id, id)
);
call qz_tenant_table('meeting_decision');
create index meeting_decision_by_request on meeting_decision (subdistrict_id, request_id, id);

-- The agenda: items of the pooled requests in order. A cancelled sitting keeps its own.
create table sitting_item (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  position integer not null,
  item_id uuid not null,
  primary key (subdistrict_id, sitting_id, position),
  unique (subdistrict_id, sitting_id, item_id),
  foreign key (subdistrict_id, sitting_id) references sitting (subdistrict_id, id),
  foreign key (subdistrict_id, item_id) references meeting_item (subdistrict_id, id)
);
call qz_tenant_table('sitting_item');

-- One cadre called to one sitting: a call-up (召集人次). The times are those of the items that need this cadre.
create table invitation (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  cadre_id uuid not null,
  committee_id uuid not null,
  items uuid[] not null,
  needed_from timestamptz not null,
  needed_until timestamptz not null,
  reply text not null default 'none' check (reply in ('none', 'coming', 'stand_in')),
  stand_in text,
  replied_by uuid,
  revision integer not null default 1,
  primary key (subdistrict_id, sitting_id, cadre_id),
  foreign key (subdistrict_id, sitting_id) references sitting (subdistrict_id, id),
  check ((reply = 'stand_in') = (stand_in is not null))
);
call qz_tenant_table('invitation');
create index invitation_by_cadre on invitation (subdistrict_id, cadre_id, needed_from);
create index invitation_by_committee on invitation (subdistrict_id, committee_id, needed_from);

-- What one source knows of one committee's presence. A report replaces the former one of its source.
create table attendance (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  committee_id uuid not null,
  source text not null check (source in ('device', 'roll_call', 'sign_in')),
  intervals jsonb not null,
  head_count integer check (head_count >= 0),
  reported_at timestamptz not null,
  primary key (subdistrict_id, sitting_id, committee_id, source),
  foreign key (subdistrict_id, sitting_id) references sitting (subdistrict_id, id)
);
call qz_tenant_table('attendance');
