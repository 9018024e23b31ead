-- Accounts, sign-in and sessions. Shared by all subdistricts (a user name is unique in the whole product) and
-- therefore in a schema of its own, without row-level security; auth.member says which subdistrict an account
-- works for. Tables and columns in mixed case are better-auth's own, named as it names them.
create schema auth;
grant usage on schema auth to qz_app;
alter default privileges in schema auth grant select, insert, update, delete on tables to qz_app;

create table auth."user" (
  id uuid not null primary key,
  name text not null,
  -- better-auth wants one; ours is '<id>@account.invalid' and receives nothing
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  username text unique,
  "displayUsername" text,
  "twoFactorEnabled" boolean default false
);

create table auth.session (
  id uuid not null primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  -- ours: for the idle limit
  last_seen_at timestamptz not null default now()
);
create index session_by_user on auth.session ("userId");
create index session_by_end on auth.session ("expiresAt");

create table auth.account (
  id uuid not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_by_user on auth.account ("userId");

create table auth.verification (
  id uuid not null primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_by_identifier on auth.verification (identifier);

create table auth."twoFactor" (
  id uuid not null primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index two_factor_by_secret on auth."twoFactor" (secret);
create unique index two_factor_by_user on auth."twoFactor" ("userId");

create table auth.passkey (
  id uuid not null primary key,
  name text,
  "publicKey" text not null,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  "credentialID" text not null,
  counter integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  "createdAt" timestamptz,
  aaguid text
);
create index passkey_by_user on auth.passkey ("userId");
create unique index passkey_by_credential on auth.passkey ("credentialID");

-- The subdistricts this installation serves.
create table auth.tenant (
  subdistrict_id uuid not null primary key,
  created_at timestamptz not null default now()
);

-- What an account may do. Committee, department and cadre are rows of the subdistrict, named by id only.
create table auth.member (
  user_id uuid not null primary key references auth."user" (id) on delete cascade,
  subdistrict_id uuid not null references auth.tenant (subdistrict_id),
  roles text[] not null,
  committee_id uuid,
  department_id uuid,
  cadre_id uuid,
  language text not null default 'zh' check (language in ('zh', 'en')),
  elder_mode boolean not null default false,
  password_set boolean not null default false,
  disabled_at timestamptz
);
create index member_by_subdistrict on auth.member (subdistrict_id);
create index member_by_cadre on auth.member (subdistrict_id, cadre_id);

-- A one-time link. `token_hash` is SHA-256; the token itself stands only in the link. Without an account it
-- makes the first administrator.
create table auth.link (
  token_hash bytea not null primary key,
  kind text not null check (kind in ('setup', 'reset', 'administrator')),
  user_id uuid references auth."user" (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  check ((kind = 'administrator') = (user_id is null))
);
create index link_by_user on auth.link (user_id);

-- Tries that were wrong, or are under way and count as wrong until they turn out right. Keys are keyed hashes:
-- a mistyped user name may be a password.
create table auth.attempt (
  id uuid not null primary key,
  account_key bytea not null,
  address_key bytea not null,
  at timestamptz not null default now()
);
create index attempt_by_account on auth.attempt (account_key, at);
create index attempt_by_address on auth.attempt (address_key, at);

-- Who has signed in from where: such a pair is let through when the address as a whole is refused.
create table auth.known_address (
  account_key bytea not null,
  address_key bytea not null,
  last_at timestamptz not null default now(),
  primary key (account_key, address_key)
);

-- Codes of the second factor that were used, so that one seen over a shoulder opens nothing.
create table auth.used_code (
  user_id uuid not null references auth."user" (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz not null default now(),
  primary key (user_id, code_hash)
);
