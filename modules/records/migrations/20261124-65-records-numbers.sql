-- Numbers that long ledgers are sorted and narrowed by, beside the values they are read from: their acts in the order
-- of the number, then of the day, so that the first fifty of a hundred thousand are found without looking at the rest.
-- As columns, for under row-level security an index is not searched by an expression. What is no number is none.
alter table record
  add column bp_sys float8 generated always as (case jsonb_typeof("values" -> 'bp.sys') when 'number' then ("values" -> 'bp.sys' #>> '{}')::float8 end) stored,
  add column bp_dia float8 generated always as (case jsonb_typeof("values" -> 'bp.dia') when 'number' then ("values" -> 'bp.dia' #>> '{}')::float8 end) stored,
  add column act_count float8 generated always as (case jsonb_typeof("values" -> 'act.count') when 'number' then ("values" -> 'act.count' #>> '{}')::float8 end) stored,
  add column aid_amount float8 generated always as (case jsonb_typeof("values" -> 'aid.amount') when 'number' then ("values" -> 'aid.amount' #>> '{}')::float8 end) stored;
create index record_by_bp_sys on record (subdistrict_id, activity, bp_sys, occurred_on, id)
  where voided_at is null and bp_sys is not null;
create index record_by_bp_dia on record (subdistrict_id, activity, bp_dia, occurred_on, id)
  where voided_at is null and bp_dia is not null;
create index record_by_act_count on record (subdistrict_id, activity, act_count, occurred_on, id)
  where voided_at is null and act_count is not null;
create index record_by_aid_amount on record (subdistrict_id, activity, aid_amount, occurred_on, id)
  where voided_at is null and aid_amount is not null;
