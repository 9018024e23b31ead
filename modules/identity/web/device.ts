const first = (text: string, names: readonly (readonly [string, string])[]): string | null =>
  names.find(([mark]) => text.includes(mark))?.[1] ?? null;

/** Order matters: most browsers also call themselves Chrome and Safari. */
const browsers = [
  ['MicroMessenger', '微信'],
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['HarmonyOS', 'HarmonyOS'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['Linux', 'Linux'],
] as const;

/** `Chrome · Windows` of what a browser says of itself; null when it says nothing known. */
export const deviceOf = (userAgent: string): string | null =>
  [first(userAgent, browsers), first(userAgent, systems)].filter(Boolean).join(' · ') || null;
