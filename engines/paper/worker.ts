import { parentPort } from 'node:worker_threads';
import { PaperRefusal } from './form.ts';
import type { PaperAnswer, PaperTask } from './messages.ts';
import { Typesetter } from './typeset.ts';

let typesetter: { key: string; value: Typesetter } | undefined;

const typesetterFor = (fontDirs: readonly string[]): Typesetter => {
  const key = JSON.stringify(fontDirs);
  if (typesetter?.key !== key) typesetter = { key, value: new Typesetter(fontDirs) };
  return typesetter.value;
};

const answer = (message: PaperAnswer): void => parentPort?.postMessage(message);

const perform = async (task: PaperTask): Promise<PaperAnswer> => {
  const setter = typesetterFor(task.fontDirs);
  if (task.kind === 'preview') return { kind: 'done', result: setter.preview(task.form, task.page) };
  const progress = (done: number, pages: number): void => answer({ kind: 'progress', done, pages });
  return { kind: 'done', result: await setter.print(task.form, progress) };
};

const explain = (error: unknown): PaperAnswer =>
  error instanceof PaperRefusal
    ? { kind: 'refused', code: error.code, message: error.message }
    : { kind: 'failed', message: error instanceof Error ? error.message : String(error) };

parentPort?.on('message', (task: PaperTask) => {
  void perform(task).then(answer, (error: unknown) => answer(explain(error)));
});
