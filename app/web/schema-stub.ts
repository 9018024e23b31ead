/**
 * Stands for zod in the browser. Contracts describe what is sent with schemas; the server checks both
 * ways, the browser needs only the types, and 60 kB of checks stay at home. Every schema is one object
 * that answers any call with itself; asked to check something it says so at once.
 */
const checks = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync']);

const refuse = () => {
  throw new Error('Schemas do not check in the browser: ask the server, or write a rule in domain/.');
};

const schemaWith = (known: Record<string, unknown>): unknown =>
  new Proxy(() => undefined, {
    get: (_, name) => {
      if (typeof name === 'symbol' || name === 'then') return undefined;
      if (name in known) return known[name];
      return checks.has(name) ? refuse : schemaWith({});
    },
    // A described text keeps its choices: `z.enum(a).meta(…)` is only used for its type.
    apply: () => schemaWith({}),
    has: () => false,
  });

const choices = (values: readonly string[]) => schemaWith({ options: values });

export const z = schemaWith({ enum: choices }) as never;
