-- How the venues are divided into groups (分组讨论), and whether they sit there now.
alter table venue_state add column breakout jsonb;
