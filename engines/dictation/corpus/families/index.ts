import type { Family } from '../skeleton.ts';
import { corrections } from './corrections.ts';
import { negation } from './negation.ts';
import { rambling } from './rambling.ts';
import { strangers } from './strangers.ts';
import { telegram } from './telegram.ts';
import { wu } from './wu.ts';

/** The families one may look at while working on the rules. */
export const families: readonly Family[] = [telegram, rambling, wu, corrections, negation, strangers];
