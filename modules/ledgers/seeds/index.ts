import type { LedgerDraft } from '../domain/definition.ts';
import { aloneVisits } from './alone-visits.ts';
import { hypertensionRoster } from './hypertension-roster.ts';
import { pressureSummary } from './pressure-summary.ts';

/** The first ledgers of an office: three departments that used to copy one blood pressure by hand. */
export const ledgerSeeds: readonly LedgerDraft[] = [aloneVisits, hypertensionRoster, pressureSummary];
