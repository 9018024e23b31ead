/** What can be asked of the registers over HTTP. */
export * from './contract/departure.ts';
export * from './contract/households.ts';
export * from './contract/import.ts';
export * from './contract/merging.ts';
export * from './contract/places.ts';
export * from './contract/residents.ts';
export * from './contract/search.ts';
