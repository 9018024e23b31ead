import { z } from 'zod';

/** One setting that cannot be used: its name, and what would be right. Secrets are never repeated. */
export class ConfigRefusal extends Error {
  readonly names: readonly string[];
  constructor(problems: readonly { name: string; message: string }[]) {
    super(problems.map(({ name, message }) => `${name}: ${message}`).join('\n'));
    this.name = 'ConfigRefusal';
    this.names = problems.map(({ name }) => name);
  }
}

const both = (zh: string, en: string): string => `${zh} · ${en}`;

const urlWith = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: both(
      `应为 ${protocols.join(' 或 ')} 开头的地址`,
      `an address that starts with ${protocols.join(' or ')}`,
    ),
  });

/** Media engines that share their rooms: all of the server room (`ws:`) or all open to browsers (`wss:`). */
const engines = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine(
    (urls) =>
      ['ws:', 'wss:'].some((protocol) =>
        urls.every((url) => URL.canParse(url) && new URL(url).protocol === protocol),
      ),
    both(
      '应为 ws: 或 wss: 开头的地址，多个以逗号分隔、写法一致',
      'an address that starts with ws: or wss:; several, of one kind, with commas',
    ),
  );

const port = z.coerce
  .number(both('应为 0–65535 的端口号', 'a port number 0–65535'))
  .int(both('应为整数', 'a whole number'))
  .min(0, both('应为 0–65535 的端口号', 'a port number 0–65535'))
  .max(65_535, both('应为 0–65535 的端口号', 'a port number 0–65535'));

const flag = z.enum(['0', '1'], both('只能是 0 或 1', '0 or 1')).transform((text) => text === '1');

/** Every setting of the product; each has a row in docs/configuration.md. */
const Environment = z.strictObject({
  PORT: port.default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  QZ_DATA: z.string().min(1).default('./data'),
  QZ_DEMO: flag.optional(),
  DATABASE_URL: urlWith('postgres:', 'postgresql:').optional(),
  LIVEKIT_URL: engines.optional(),
  LIVEKIT_API_KEY: z.string().min(1).optional(),
  LIVEKIT_API_SECRET: z.string().min(32, both('至少 32 个字符', 'at least 32 characters')).optional(),
  SMTP_URL: urlWith('smtp:', 'smtps:').optional(),
  QZ_TLS_CERT: z.string().min(1).optional(),
  QZ_TLS_KEY: z.string().min(1).optional(),
  QZ_PUBLIC_URL: urlWith('http:', 'https:').optional(),
  QZ_FILES: z.string().min(1).optional(),
  QZ_FILES_ENDPOINT: urlWith('http:', 'https:').optional(),
  QZ_FILES_KEY: z.string().min(1).optional(),
  QZ_FILES_SECRET: z.string().min(1).optional(),
  QZ_FILES_REGION: z.string().min(1).default('us-east-1'),
  QZ_SECRET: z
    .string()
    .refine(
      (text) => Buffer.from(text, 'base64').length === 32,
      both('应为 32 字节的 base64', '32 bytes as base64'),
    )
    .optional(),
  QZ_SPEECH_MODELS: z.string().min(1).optional(),
  QZ_FONTS: z.string().min(1).optional(),
  QZ_CHROMIUM: z.string().min(1).optional(),
  QZ_RECORDING_DAYS: z.coerce
    .number(both('应为 1–3650 的天数', 'days, 1–3650'))
    .int(both('应为整数', 'a whole number'))
    .min(1, both('应为 1–3650 的天数', 'days, 1–3650'))
    .max(3650, both('应为 1–3650 的天数', 'days, 1–3650'))
    .default(30),
  QZ_LOG: z
    .enum(
      ['debug', 'info', 'warn', 'error'],
      both('只能是 debug、info、warn、error', 'debug, info, warn or error'),
    )
    .default('warn'),
  QZ_METRICS: z
    .enum(['loopback', 'all'], both('只能是 loopback 或 all', 'loopback or all'))
    .default('loopback'),
  QZ_NODE_IP: z.ipv4(both('应为 IPv4 地址', 'an IPv4 address')).optional(),
  QZ_TRUST_PROXY: flag.default(false),
  QZ_MEDIA: flag.default(true),
  QZ_TICKET_SECONDS: z.coerce
    .number(both('应为秒数', 'a number of seconds'))
    .int(both('应为整数', 'a whole number'))
    .min(5, both('至少 5 秒', 'at least 5'))
    .max(3_600, both('至多 3600 秒', 'at most 3600'))
    .default(600),
});

export type Config = z.output<typeof Environment>;

/** Settings that only make sense together. */
const pairs = [
  ['QZ_TLS_CERT', 'QZ_TLS_KEY'],
  ['QZ_TLS_KEY', 'QZ_TLS_CERT'],
  ['LIVEKIT_URL', 'LIVEKIT_API_KEY'],
  ['LIVEKIT_URL', 'LIVEKIT_API_SECRET'],
] as const;

const knownNames = Object.keys(Environment.shape);

/** Our own names; others in the environment (PATH, HOME) are none of ours. */
const isOurs = (name: string): boolean => name.startsWith('QZ_') || knownNames.includes(name);

const missingPartners = (config: Config) => {
  const missing: { name: string; message: string }[] = pairs
    .filter(([given, needed]) => config[given] !== undefined && config[needed] === undefined)
    .map(([given, needed]) => ({
      name: needed,
      message: both(`设了 ${given} 就必须设`, `needed because ${given} is set`),
    }));
  const s3 = config.QZ_FILES?.startsWith('s3://')
    ? (['QZ_FILES_ENDPOINT', 'QZ_FILES_KEY', 'QZ_FILES_SECRET'] as const).filter(
        (name) => config[name] === undefined,
      )
    : [];
  return [
    ...missing,
    ...s3.map((name) => ({
      name,
      message: both('QZ_FILES 为 s3:// 时必须设', 'needed when QZ_FILES is s3://'),
    })),
  ];
};

/**
 * Reads and checks all settings before anything starts.
 * @throws {ConfigRefusal} that names each wrong or unknown setting
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const ours = Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) => isOurs(name) && value !== undefined && value !== '',
    ),
  );
  const result = Environment.safeParse(ours);
  if (!result.success) {
    throw new ConfigRefusal(
      result.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((name) => ({ name, message: both('没有这项设置', 'no such setting') }))
          : [{ name: String(issue.path[0]), message: issue.message }],
      ),
    );
  }
  const missing = missingPartners(result.data);
  if (missing.length > 0) throw new ConfigRefusal(missing);
  return result.data;
};
