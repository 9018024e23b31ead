import { premises } from './choices-premises.ts';
import { services } from './choices-services.ts';
import { wellbeing } from './choices-wellbeing.ts';

export { booleans } from './booleans.ts';
export { cues } from './cues.ts';

/** Every thing a choice may be about. */
export const choices = [...wellbeing, ...premises, ...services];
