import { call } from '#platform/contract/call.ts';
import { applyPreferences, type Preferences } from '#platform/ui/preferences.ts';
import { setPreferences } from '../contract.ts';

/** Chooses how to read, and keeps it with the account; what could not be kept there still holds on this device. */
export const chooseReading = async (next: Preferences, signedIn: boolean): Promise<void> => {
  await applyPreferences(next);
  if (signedIn) await call(setPreferences, { body: { ...next } }).catch(() => undefined);
};
