import { v7 as newId } from 'uuid';

const place = 'qz-venue-device';

/** The number this device remembers itself under, so that the server can tell it from another one. */
export const deviceNumber = (): string => {
  const known = localStorage.getItem(place);
  if (known) return known;
  const made = newId();
  localStorage.setItem(place, made);
  return made;
};
