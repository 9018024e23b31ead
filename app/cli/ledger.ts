import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exportFormats } from '#modules/ledgers/contract';
import { systemActor } from '#platform/contract/actor.ts';
import { type Problem, Refusal } from '#platform/contract/problem.ts';
import { type Workbench, withWorkbench } from '../boot/attach.ts';
import { CommandRefusal, type Run, say, UsageRefusal } from './command.ts';

const usage = 'qz ledger export ID --committee C --period 2026-10 --as pdf|xlsx|docx|csv --out FILE';

const options = {
  committee: { type: 'string' },
  period: { type: 'string' },
  as: { type: 'string', default: 'pdf' },
  out: { type: 'string' },
} as const;

const parse = (words: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const as = exportFormats.find((format) => format === values.as);
    const [id] = positionals;
    if (!id || positionals.length > 1 || !as || !values.out) throw new UsageRefusal(usage);
    if (values.period && !/^20\d{2}-(0[1-9]|1[0-2])$/.test(values.period)) throw new UsageRefusal(usage);
    return { id, as, out: values.out, committee: values.committee, period: values.period };
  } catch (error) {
    throw error instanceof UsageRefusal ? error : new UsageRefusal(`${(error as Error).message}\n${usage}`);
  }
};
type Words = ReturnType<typeof parse>;

const refusal = ({ title, en }: Problem): CommandRefusal => new CommandRefusal(`${title} · ${en}`);

/** A ledger by its id or its code, in whichever subdistrict has it. */
const findLedger = async ({ modules }: Workbench, name: string) => {
  for (const subdistrict of await modules.identity.subdistricts()) {
    const ledgers = await modules.ledgers.list(systemActor(subdistrict));
    const found = ledgers.find(({ id, code }) => id === name || code === name);
    if (found) return { subdistrict, id: found.id };
  }
  throw new CommandRefusal(`没有台账 ${name} · There is no ledger ${name}`);
};

const committeeOf = async (
  { platform, modules }: Workbench,
  subdistrict: string,
  name: string | undefined,
) => {
  if (name === undefined) return undefined;
  const committees = await platform.db.read({ subdistrict }, (tx) => modules.organisation.committees(tx));
  const found = committees.find((one) => [one.id, one.code, one.name, one.shortName].includes(name));
  if (!found) throw new CommandRefusal(`没有居委会 ${name} · There is no committee ${name}`);
  return found.id;
};

const exportTo = async (
  bench: Workbench,
  { id: name, as, out, committee, period }: Words,
): Promise<number> => {
  const { subdistrict, id } = await findLedger(bench, name);
  const asked = {
    as,
    purpose: 'other',
    print: false,
    committee: await committeeOf(bench, subdistrict, committee),
    month: period,
  } as const;
  const { content, rows, pages } = await bench.modules.ledgers.export(
    systemActor(subdistrict),
    id,
    asked,
    new AbortController().signal,
  );
  await writeFile(out, content);
  say(`${rows} 行 rows${pages === undefined ? '' : ` · ${pages} 页 pages`} → ${out}`);
  return 0;
};

/** Writes a ledger as a file; noted and audited like any export. */
export const run: Run = async (words) => {
  const parsed = parse(words);
  return withWorkbench(process.env, (bench) => exportTo(bench, parsed)).catch((error: unknown) => {
    throw error instanceof Refusal ? refusal(error.problem) : error;
  });
};
