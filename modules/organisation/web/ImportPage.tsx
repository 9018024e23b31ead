import { useState } from 'react';
import { callForFile } from '#platform/contract/call.ts';
import { Button, ButtonLink } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { FilePick } from '#platform/ui/FilePick.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { saveFile } from '#platform/ui/save.ts';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import {
  applyOrganisationImport,
  downloadOrganisationTemplate,
  type OrganisationImport,
  previewOrganisationImport,
} from '../contract.ts';
import { ImportPreview } from './ImportPreview.tsx';

const TemplateButton = () => {
  const t = useText();
  const [error, setError] = useState<Error | null>(null);
  const download = () =>
    callForFile(downloadOrganisationTemplate)
      .then((content) => saveFile(content, t('organisation.template-file')))
      .catch(setError);
  return (
    <>
      <Button onClick={() => void download()}>{t('organisation.template')}</Button>
      {error && <Failed error={error} />}
    </>
  );
};

const isWritable = (preview: OrganisationImport): boolean =>
  preview.problemCount === 0 &&
  [preview.departments, preview.committees, preview.cadres].some(({ added, changed }) => added + changed > 0);

/** Upload, look, confirm. Until the last step nothing is written. */
const ImportPage = () => {
  const t = useText();
  const preview = useAction(previewOrganisationImport, { refresh: [] });
  const apply = useAction(applyOrganisationImport);
  const shown = preview.data;
  const look = (file: File) => {
    apply.reset();
    preview.mutate({ body: file });
  };
  const pick = (
    <FilePick
      label={t(shown ? 'organisation.import-again' : 'organisation.import-pick')}
      accept=".xlsx,.xls,.csv"
      maxBytes={8 * 1024 * 1024}
      busy={preview.isPending}
      onFile={look}
    />
  );
  const frame = (children: React.ReactNode) => (
    <Page
      title={t('organisation.import')}
      subtitle={t('organisation.import-why')}
      back={{ to: '/organisation', label: t('organisation.title') }}
      width="narrow"
      actions={<TemplateButton />}
    >
      {children}
    </Page>
  );
  if (apply.data)
    return frame(
      <>
        <Notice tone="good">{t('organisation.import-done')}</Notice>
        <ImportPreview preview={apply.data} />
        <div className="qz-actions">
          <ButtonLink to="/organisation" kind="main">
            {t('organisation.to-organisation')}
          </ButtonLink>
        </div>
      </>,
    );
  return frame(
    <>
      {!shown && pick}
      {preview.isError && <Failed error={preview.error} />}
      {shown && <ImportPreview preview={shown} />}
      {shown && shown.problemCount === 0 && !isWritable(shown) && (
        <Notice tone="good">{t('organisation.import-nothing')}</Notice>
      )}
      {apply.isError && <Failed error={apply.error} />}
      {shown && isWritable(shown) && (
        <div className="qz-actions">
          <Button
            kind="main"
            busy={apply.isPending}
            onClick={() => apply.mutate({ params: { id: shown.id } })}
          >
            {t('organisation.import-apply')}
          </Button>
        </div>
      )}
      {shown && pick}
    </>,
  );
};

export default ImportPage;
