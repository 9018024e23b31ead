import { withWorkbench } from '../boot/attach.ts';
import { printJson, type Run, say } from './command.ts';

/** Checks every chain of every subdistrict from its start; exit 1 names each break. */
export const run: Run = () =>
  withWorkbench(process.env, async ({ platform, modules }) => {
    let chains = 0;
    let entries = 0;
    let breaks = 0;
    for (const subdistrict of await modules.identity.subdistricts()) {
      const result = await platform.db.read({ subdistrict }, (tx) => platform.audit.verify(tx, subdistrict));
      chains += result.chains;
      entries += result.entries;
      breaks += result.breaks.length;
      for (const { chain, seq, reason } of result.breaks)
        say(`链 ${chain} 在第 ${seq} 条断开：${reason} · chain ${chain} breaks at entry ${seq}: ${reason}`);
    }
    printJson({ chains, entries, breaks });
    return breaks === 0 ? 0 : 1;
  });
