/** A row is an act of work, a person, or a committee's month. */
export const grains = ['event', 'resident', 'summary'] as const;
export type Grain = (typeof grains)[number];

/** Who asks for the ledger. */
export const levels = ['city', 'district', 'subdistrict'] as const;

/** What one form is about in time. */
export const periods = ['month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

export const frequencies = ['week', 'month', 'quarter', 'year', 'asNeeded'] as const;
