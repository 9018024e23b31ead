const place = 'qz-venue-device';

/** The number this device remembers itself under, so that the server can tell it from another one. */
export const deviceNumber = (): string => {
  const known = localStorage.getItem(place);
  if (known) return known;
  // crypto.randomUUID needs HTTPS; getRandomValues does not.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const made = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  localStorage.setItem(place, made);
  return made;
};
