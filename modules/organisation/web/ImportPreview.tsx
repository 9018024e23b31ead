import { Card } from '#platform/ui/Card.tsx';
import { type Column, Table } from '#platform/ui/Table.tsx';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import './organisation.css';
import type { ImportCounts, ImportProblem, OrganisationImport } from '../contract.ts';

/** Short words do not break on a narrow screen. */
const Word = ({ children }: { children: string }) => <span className="qz-org-word">{children}</span>;

interface Line extends ImportCounts {
  readonly key: 'departments' | 'committees' | 'cadres';
}

const Counts = ({ preview }: { preview: OrganisationImport }) => {
  const t = useText();
  const keys = ['departments', 'committees', 'cadres'] as const;
  const figure = (key: keyof ImportCounts, title: string): Column<Line> => ({
    key,
    title: t(title),
    figures: true,
    show: (line) => line[key],
  });
  return (
    <Card title={t('organisation.import-what')}>
      <Table
        label={t('organisation.import-figures')}
        rows={keys.map((key) => ({ key, ...preview[key] }))}
        keyOf={({ key }) => key}
        columns={[
          {
            key: 'sheet',
            title: t('organisation.sheet'),
            show: ({ key }) => <Word>{t(`organisation.${key}`)}</Word>,
          },
          figure('added', 'organisation.added'),
          figure('changed', 'organisation.changed'),
          figure('unchanged', 'organisation.unchanged'),
          figure('leftOut', 'organisation.left-out'),
        ]}
      />
      <p className="qz-detail">{t('organisation.left-out-note')}</p>
    </Card>
  );
};

const Problems = ({ preview }: { preview: OrganisationImport }) => {
  const t = useText();
  const rows = preview.problems.map((problem, at) => ({ ...problem, at }));
  return (
    <Card title={t('organisation.import-problems', { n: preview.problemCount })}>
      <Notice>{t('organisation.import-problems-note')}</Notice>
      <Table<ImportProblem & { at: number }>
        label={t('organisation.import-places')}
        rows={rows}
        keyOf={({ at }) => String(at)}
        columns={[
          { key: 'sheet', title: t('organisation.sheet'), show: ({ sheet }) => <Word>{sheet}</Word> },
          {
            key: 'cell',
            title: t('organisation.cell'),
            show: ({ cell }) => cell ?? t('organisation.whole-sheet'),
          },
          { key: 'message', title: t('organisation.problem'), show: ({ message }) => message },
        ]}
      />
      {rows.length < preview.problemCount && (
        <p className="qz-detail">{t('organisation.import-more', { shown: rows.length })}</p>
      )}
    </Card>
  );
};

/** What a spreadsheet would change, or every place in it that must be mended first. */
export const ImportPreview = ({ preview }: { preview: OrganisationImport }) =>
  preview.problemCount > 0 ? <Problems preview={preview} /> : <Counts preview={preview} />;
