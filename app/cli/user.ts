import { parseArgs } from 'node:util';
import type { IdentityService, NewAccount, OneTimeLink } from '#modules/identity/server';
import type { OrganisationService } from '#modules/organisation/server';
import { Refusal } from '#platform/contract/problem.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { addressFor, withWorkbench } from '../boot/attach.ts';
import { CommandRefusal, printJson, type Run, say, UsageRefusal } from './command.ts';

/** What the commands about accounts work with. */
export interface UserTools {
  readonly platform: Platform;
  readonly identity: IdentityService;
  readonly organisation: OrganisationService;
  /** Where the office opens the product, for links. */
  readonly address: string;
}

const usage = `qz user add USERNAME --name NAME (--administrator | --role ROLE …) [--committee CODE | --department CODE] [--subdistrict NAME]
qz user disable USERNAME
qz user reset USERNAME`;

const options = {
  name: { type: 'string' },
  administrator: { type: 'boolean', default: false },
  role: { type: 'string', multiple: true, default: [] as string[] },
  committee: { type: 'string' },
  department: { type: 'string' },
  subdistrict: { type: 'string' },
} as const;

const parse = (words: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [username] = positionals;
    if (username === undefined || positionals.length > 1) throw new UsageRefusal(usage);
    return { ...values, username };
  } catch (error) {
    throw error instanceof UsageRefusal ? error : new UsageRefusal(`${(error as Error).message}\n${usage}`);
  }
};
type Words = ReturnType<typeof parse>;

const find = (list: readonly { id: string; code: string }[], code: string | undefined, what: string) => {
  if (code === undefined) return null;
  const found = list.find((one) => one.code === code);
  if (!found) throw new CommandRefusal(`没有编号为 ${code} 的${what} · No such code: ${code}`);
  return found.id;
};

/** The subdistrict an account is for: the one named, or the only one; a first administrator opens it. */
const subdistrictFor = async (tools: UserTools, { subdistrict, administrator }: Words): Promise<string> => {
  const { platform, identity, organisation } = tools;
  const ids = await identity.subdistricts();
  const named = await Promise.all(
    ids.map((id) => platform.db.read({ subdistrict: id }, (tx) => organisation.subdistrict(tx))),
  );
  const matching = named.filter(
    ({ name, code }) => subdistrict === undefined || [name, code].includes(subdistrict),
  );
  const [only] = matching;
  if (matching.length === 1 && only) return only.id;
  if (ids.length === 0 && administrator)
    return identity.openSubdistrict({ code: 'office', name: subdistrict ?? '街道办事处' });
  const known = named.map(({ name }) => name).join('、');
  throw new CommandRefusal(`请用 --subdistrict 指明街道：${known} · Name one with --subdistrict: ${known}`);
};

const accountOf = async (tools: UserTools, words: Words): Promise<NewAccount> => {
  const roles = words.administrator ? ['administrator', ...words.role] : words.role;
  if (roles.length === 0 || words.name === undefined) throw new UsageRefusal(usage);
  const subdistrict = await subdistrictFor(tools, words);
  return tools.platform.db.read({ subdistrict }, async (tx) => ({
    subdistrict,
    name: words.name ?? '',
    username: words.username,
    roles: roles as NewAccount['roles'],
    committee: find(await tools.organisation.committees(tx), words.committee, '居委会'),
    department: find(await tools.organisation.departments(tx), words.department, '部门'),
  }));
};

const printLink = (
  { address }: UserTools,
  username: string,
  { account, link, expiresAt }: OneTimeLink,
): void => {
  printJson({ account, username, link: new URL(link, address).href, expiresAt });
  say('请把链接交给本人，只能用一次 · Give the link to its owner: it works once');
};

const noSuchUser = (username: string) =>
  new CommandRefusal(`没有用户 ${username} · There is no user ${username}`);

const actions: Readonly<Record<string, (tools: UserTools, words: Words) => Promise<void>>> = {
  add: async (tools, words) =>
    printLink(tools, words.username, await tools.identity.addAccountWithLink(await accountOf(tools, words))),
  disable: async ({ identity }, { username }) => {
    if (!(await identity.disableByUsername(username))) throw noSuchUser(username);
    printJson({ username, disabled: true });
  },
  reset: async (tools, { username }) => {
    const link = await tools.identity.resetByUsername(username);
    if (!link) throw noSuchUser(username);
    printLink(tools, username, link);
  },
};

/** `qz user add | disable | reset`; nobody types a password: a one-time link goes to its owner. */
export const runUser = async (tools: UserTools, [verb = '', ...rest]: readonly string[]): Promise<number> => {
  const action = actions[verb];
  if (!action) throw new UsageRefusal(usage);
  try {
    await action(tools, parse(rest));
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new CommandRefusal(`${error.problem.title} · ${error.problem.en}`);
  }
};

export const run: Run = (words) =>
  withWorkbench(process.env, ({ config, platform, modules: { identity, organisation } }) =>
    runUser({ platform, identity, organisation, address: addressFor(config) }, words),
  );
