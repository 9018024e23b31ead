/**
 * The house's directions as rules of dependency-cruiser; docs: ARCHITECTURE.md. Tests may look anywhere.
 */
type Module = 'organisation' | 'identity' | 'registers' | 'meetings' | 'venues' | 'records' | 'ledgers';

const order: readonly Module[] = [
  'organisation',
  'identity',
  'registers',
  'meetings',
  'venues',
  'records',
  'ledgers',
];

/** What each module may import of the others. */
const upstream: Readonly<Record<Module, readonly Module[]>> = {
  organisation: [],
  identity: ['organisation'],
  registers: ['organisation', 'identity'],
  meetings: ['organisation', 'identity'],
  venues: ['organisation', 'identity', 'meetings'],
  records: ['organisation', 'identity', 'registers'],
  ledgers: ['organisation', 'identity', 'registers', 'records'],
};

const notTests = '\\.(test|journey|fault|contract-test|bench)\\.tsx?$';

const moduleOrder = order.map((name) => {
  const others = order.filter((other) => other !== name && !upstream[name].includes(other));
  return {
    name: `${name}-knows-only-upstream`,
    severity: 'error',
    from: { path: `^modules/${name}/`, pathNot: notTests },
    to: { path: `^modules/(${others.join('|')})/` },
  };
});

export default {
  forbidden: [
    ...moduleOrder,
    {
      name: 'modules-are-asked-at-the-door',
      comment:
        'Another module is asked through server/index.ts, web/index.ts or its contract, never through its inside.',
      severity: 'error',
      from: { path: '^modules/([^/]+)/', pathNot: notTests },
      to: {
        path: '^modules/',
        pathNot: '^modules/($1/|[^/]+/(server/index\\.ts|web/index\\.ts|contract\\.ts)$)',
      },
    },
    {
      name: 'platform-knows-no-office',
      severity: 'error',
      from: { path: '^platform/', pathNot: notTests },
      to: { path: '^(modules|app|test)/' },
    },
    {
      name: 'engines-import-nothing-of-ours',
      comment: 'But one engine may use another at its door: workbooks are drawn from the same form as paper.',
      severity: 'error',
      from: { path: '^engines/([^/]+)/', pathNot: notTests },
      to: { path: '^(platform|modules|app|test|engines)/', pathNot: '^engines/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      from: { path: '^modules/[^/]+/(domain/|contract\\.ts$|contract/|problems\\.ts$)', pathNot: notTests },
      to: {
        path: '^(node:)?(fs|net|http|https|child_process|worker_threads|dgram|tls)(/|$)|node_modules/(pg|kysely|hono|nodemailer|livekit-server-sdk)/|/(server|web)/',
      },
    },
    {
      name: 'web-never-imports-server',
      severity: 'error',
      from: {
        path: '^(modules/[^/]+/web/|app/web/|platform/ui/)',
        pathNot: `${notTests}|vite\\.config\\.ts$|^app/web/build/`,
      },
      to: {
        path: '^(modules/[^/]+/server/|app/(boot|cli|demo|server|compose|resources)|platform/(database|http|processes|jobs|files|audit|live|log|metrics|secrets|server)/|node:)',
      },
    },
    {
      name: 'server-never-imports-web',
      severity: 'error',
      from: {
        path: '^(modules/[^/]+/(server|domain)/|modules/[^/]+/contract\\.ts|platform/(?!ui/)|app/(boot|cli|demo))',
        pathNot: notTests,
      },
      to: { path: '^(modules/[^/]+/web/|app/web/|platform/ui/)' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: {
        circular: true,
        viaOnly: { pathNot: '^node_modules', dependencyTypesNot: ['type-only', 'dynamic-import'] },
      },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(#|virtual:)|\\?' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
