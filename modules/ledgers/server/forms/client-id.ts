import { createHash } from 'node:crypto';

/** The id under which a row of a form is entered: the same row of the same form has the same one, so it is stored once. */
export const clientIdOf = (form: string, row: number): string => {
  const hex = createHash('sha256').update(`${form}:${row}`).digest('hex');
  // A UUID of version 8 is what its maker makes of it (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
