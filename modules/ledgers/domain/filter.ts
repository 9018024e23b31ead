import { z } from 'zod';

/** How a column is narrowed: by a part of its words, by a number or day, or by having nothing in it. */
export const filterKinds = ['has', '=', '≥', '≤', 'empty', 'filled'] as const;

export const Filter = z
  .object({
    column: z.string().min(1).max(30),
    is: z.enum(filterKinds),
    value: z.union([z.string().trim().min(1).max(40), z.number().min(-1e12).max(1e12)]).nullable(),
  })
  .meta({ id: 'LedgerFilter' });
export type Filter = z.output<typeof Filter>;
