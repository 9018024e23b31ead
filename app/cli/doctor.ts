import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createTransport } from 'nodemailer';
import { Client } from 'pg';
import { readConfig } from '#platform/config/config.ts';
import { findChromium } from '#platform/processes/chromium/find.ts';
import { withWorkbench } from '../boot/attach.ts';
import { printJson, type Run, say } from './command.ts';
import { certificateState } from './doctor-certificate.ts';
import { mediaFindings } from './doctor-media.ts';

/** One line of the table: `off` is a part nobody asked for, `broken` makes the command fail. */
export interface Finding {
  readonly part: string;
  readonly state: 'ok' | 'off' | 'broken';
  readonly text: string;
}

const finding = (part: string, state: Finding['state'], text: string): Finding => ({ part, state, text });

const runtime = (): Finding => {
  const major = Number(process.versions.node.split('.')[0]);
  return finding('runtime', major >= 24 ? 'ok' : 'broken', `Node ${process.versions.node}`);
};

/** Acknowledged must mean durable: these three settings decide it. */
const durability = async (ownerUrl: string): Promise<Finding> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version')",
    );
    const settings = new Map(rows.map(({ name, setting }) => [name, setting]));
    const off = ['fsync', 'synchronous_commit', 'full_page_writes'].filter(
      (name) => settings.get(name) === 'off',
    );
    const version = `PostgreSQL ${settings.get('server_version')}`;
    return off.length === 0
      ? finding('database', 'ok', `${version}, fsync on`)
      : finding(
          'database',
          'broken',
          `${version}: ${off.join(', ')} off，断电会丢数据 · power loss would lose data`,
        );
  } finally {
    await client.end();
  }
};

/** Sittings are recorded by a browser without a window. */
const recorder = (named: string | undefined): Finding => {
  const found = findChromium(named);
  if (found) return finding('recorder', 'ok', found);
  return named
    ? finding('recorder', 'broken', 'QZ_CHROMIUM 不能运行 · cannot be run')
    : finding('recorder', 'off', '没有 Chromium，不能录制会议 · no Chromium: sittings cannot be recorded');
};

const mail = async (url: string | undefined): Promise<Finding> => {
  if (!url) return finding('mail', 'off', 'SMTP_URL 未设，邮件不发出 · not set: no mail is sent');
  const reachable = await createTransport(url)
    .verify()
    .then(
      () => true,
      () => false,
    );
  return finding(
    'mail',
    reachable ? 'ok' : 'broken',
    `${new URL(url).host} ${reachable ? '' : '连不上 · not reached'}`.trim(),
  );
};

/** The office works in Shanghai time; a clock that is years off breaks sign-in codes and certificates. */
const clock = (): Finding => {
  const year = new Date().getUTCFullYear();
  return finding('clock', year >= 2026 && year < 2100 ? 'ok' : 'broken', new Date().toISOString());
};

const leastFreeGb = 2;

const disk = async (folder: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(resolve(folder));
  const free = (bavail * bsize) / 1024 ** 3;
  return finding('disk', free >= leastFreeGb ? 'ok' : 'broken', `${free.toFixed(1)} GB 可用 · free`);
};

const speech = (folder: string | undefined): Finding =>
  folder
    ? finding('speech', 'ok', folder)
    : finding('speech', 'off', '未装语音模型，可用手机键盘听写 · no model: the phone keyboard dictates');

const fonts = (folder: string | undefined): Finding =>
  finding('fonts', 'ok', folder ? `Noto Serif SC + ${folder}` : 'Noto Serif SC');

const findings = (environment: Readonly<Record<string, string | undefined>>): Promise<Finding[]> =>
  withWorkbench(environment, async ({ config, ownerUrl, platform }) => [
    runtime(),
    await durability(ownerUrl),
    await platform.files.check().then(
      () => finding('files', 'ok', config.QZ_FILES ?? 'folder'),
      () => finding('files', 'broken', '文件库不可写 · the file store cannot be written'),
    ),
    ...(await mediaFindings(config)),
    recorder(config.QZ_CHROMIUM),
    speech(config.QZ_SPEECH_MODELS),
    fonts(config.QZ_FONTS),
    await mail(config.SMTP_URL),
    clock(),
    await disk(config.QZ_DATA),
    await certificateState(config.QZ_TLS_CERT),
  ]);

/** A table for a person on standard error, the same as JSON on standard output; exit 1 if a part is broken. */
export const run: Run = async () => {
  readConfig(process.env);
  const all = await findings(process.env);
  for (const { part, state, text } of all) say(`${part.padEnd(12)} ${state.padEnd(7)} ${text}`);
  printJson(all);
  return all.some(({ state }) => state === 'broken') ? 1 : 0;
};
