import { useState } from 'react';
import { callForFile } from '#platform/contract/call.ts';
import {
  Button,
  ButtonLink,
  Card,
  Failed,
  FilePick,
  Notice,
  Page,
  saveFile,
  useAction,
  useMe,
} from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { importResidents, previewResidentImport, residentImportTemplate } from '../contract.ts';
import { ImportPreview } from './ImportPreview.tsx';

const maxBytes = 20 * 1024 * 1024;

const BlankForm = () => {
  const t = useText();
  const [error, setError] = useState<Error | null>(null);
  const save = async () => {
    setError(null);
    try {
      saveFile(await callForFile(residentImportTemplate), t('registers.template-name'));
    } catch (refused) {
      setError(refused as Error);
    }
  };
  return (
    <>
      <Button kind="quiet" onClick={() => void save()}>
        {t('registers.template')}
      </Button>
      {error && <Failed error={error} />}
    </>
  );
};

const Done = ({ created, updated }: { created: number; updated: number }) => {
  const t = useText();
  return (
    <Card next title={t('registers.imported', { created, updated })}>
      <div className="qz-actions">
        <ButtonLink to="/residents" kind="main">
          {t('registers.look')}
        </ButtonLink>
      </div>
    </Card>
  );
};

/** Choose a file, see what it would do cell by cell, write it all or not at all. */
const ImportPage = () => {
  const t = useText();
  const me = useMe();
  const [file, setFile] = useState<File | null>(null);
  const preview = useAction(previewResidentImport, { refresh: [] });
  const write = useAction(importResidents);
  const take = (next: File) => {
    setFile(next);
    write.reset();
    preview.mutate({ body: next });
  };
  const ready = file && preview.data && preview.data.errors === 0 && !write.isSuccess;
  const changes = preview.data ? preview.data.created + preview.data.updated : 0;
  return (
    <Page
      title={t('registers.import')}
      subtitle={me.committee?.name}
      back={{ to: '/residents', label: t('registers.residents') }}
      width="narrow"
      foot={
        ready && changes > 0 ? (
          <Button
            kind="main"
            className="qz-big"
            busy={write.isPending}
            onClick={() => write.mutate({ body: file, query: { digest: preview.data.digest } })}
          >
            {t('registers.write', { n: changes })}
          </Button>
        ) : undefined
      }
    >
      {write.data ? (
        <Done {...write.data} />
      ) : (
        <>
          <FilePick
            label={t(file ? 'registers.choose-again' : 'registers.choose')}
            accept=".xlsx,.xls,.csv"
            maxBytes={maxBytes}
            hint={file ? file.name : t('registers.choose-hint')}
            busy={preview.isPending}
            onFile={take}
          />
          <BlankForm />
        </>
      )}
      {preview.isError && <Failed error={preview.error} />}
      {write.isError && <Failed error={write.error} />}
      {preview.data && !write.data && <ImportPreview preview={preview.data} />}
      {ready && changes === 0 && <Notice>{t('registers.nothing-new')}</Notice>}
    </Page>
  );
};

export default ImportPage;
