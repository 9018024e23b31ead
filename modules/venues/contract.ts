/** All of venues' operations, grouped by who uses them. */
export * from './contract/check.ts';
export * from './contract/documents.ts';
export * from './contract/lines.ts';
export * from './contract/recordings.ts';
export * from './contract/roll.ts';
export * from './contract/screens.ts';
export * from './contract/sitting.ts';
export * from './contract/small.ts';
