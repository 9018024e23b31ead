import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Finding } from './doctor.ts';

const soonDays = 30;

/** Whether the certificate is there, valid now, and for how long. */
export const certificateState = async (file: string | undefined): Promise<Finding> => {
  const say = (state: Finding['state'], text: string): Finding => ({ part: 'certificate', state, text });
  if (!file) return say('off', '未设 HTTPS，摄像头只能在本机用 · no HTTPS: cameras work on localhost only');
  const pem = await readFile(file).catch(() => null);
  if (!pem) return say('broken', `读不到 ${file} · cannot be read`);
  const days = Math.floor((new Date(new X509Certificate(pem).validTo).getTime() - Date.now()) / 86_400_000);
  if (days < 0) return say('broken', '已过期 · has expired');
  return say(
    'ok',
    `${days} 天后到期 · expires in ${days} days${days < soonDays ? '，请尽快更换 · renew soon' : ''}`,
  );
};
