import { call } from '#platform/contract/call.ts';
import { applyPreferences, type Preferences } from '#platform/ui/preferences.ts';
import { setPreferences } from '../contract.ts';

/** Chosen on the sign-in page, before it is known whose choice it is. */
let undecided: Preferences | null = null;

const keepWithAccount = (next: Preferences): Promise<unknown> =>
  call(setPreferences, { body: { ...next } }).catch(() => undefined);

/** Chooses how to read, and keeps it with the account; what could not be kept there still holds on this device. */
export const chooseReading = async (next: Preferences, signedIn: boolean): Promise<void> => {
  await applyPreferences(next);
  if (signedIn) await keepWithAccount(next);
  else undecided = next;
};

/** Who chose on the sign-in page keeps that choice, whatever the account said before. */
export const keepChoiceMade = async (): Promise<void> => {
  if (undecided) await keepWithAccount(undecided);
  undecided = null;
};
