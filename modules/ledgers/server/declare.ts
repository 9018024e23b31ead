import type { OrganisationService } from '#modules/organisation/server';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db, Tenant } from '#platform/database/database.ts';
import { checkDefinition, LedgerDraft, type WholeDraft } from '../domain/definition.ts';
import type { ElementType } from '../domain/typing.ts';
import { TypeProblem } from '../domain/typing.ts';
import { problems } from '../problems.ts';
import { insertLedger } from './repository.ts';

/** What a definition may name. */
export interface Names {
  readonly elements: readonly ElementType[];
  readonly activities: readonly string[];
}

const checked = (draft: LedgerDraft, { elements, activities }: Names): WholeDraft => {
  try {
    const parsed = LedgerDraft.parse(draft);
    checkDefinition(parsed.definition, elements, activities);
    return parsed;
  } catch (error) {
    if (!(error instanceof TypeProblem)) throw error;
    throw new Refusal(problems.definitionWrong, {}, [{ path: draft.code, message: error.message }]);
  }
};

/** Declares ledgers for the departments the office has; one whose department is missing is left out. */
export const declareLedgers = async (
  tx: Db,
  who: Tenant,
  drafts: readonly LedgerDraft[],
  organisation: Pick<OrganisationService, 'departments'>,
  names: Names,
  from: string,
): Promise<ReadonlyMap<string, string>> => {
  const departments = new Map((await organisation.departments(tx)).map(({ code, id }) => [code, id]));
  const declared = new Map<string, string>();
  for (const draft of drafts) {
    const department = draft.departments.map((code) => departments.get(code)).find((id) => id !== undefined);
    if (!department) continue;
    declared.set(
      draft.code,
      await insertLedger(tx, who.subdistrict, department, checked(draft, names), from),
    );
  }
  return declared;
};
