/** All of identity's operations; the parts are grouped by who uses them. */
export * from './contract/accounts.ts';
export * from './contract/links.ts';
export * from './contract/own-account.ts';
export * from './contract/session.ts';
