import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useRefresh } from '#platform/ui/calls.ts';
import {
  Button,
  ButtonLink,
  Card,
  Failed,
  FilePick,
  Notice,
  Page,
  saveFile,
  useMe,
} from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { type Imported, importings } from './importing.ts';

const maxBytes = 20 * 1024 * 1024;

const BlankForm = ({ what }: { what: Imported }) => {
  const t = useText();
  const { template, templateName } = importings[what];
  const save = useMutation({ mutationFn: template, onSuccess: (file) => saveFile(file, t(templateName)) });
  return (
    <>
      <Button kind="quiet" onClick={() => save.mutate()}>
        {t('registers.template')}
      </Button>
      {save.error && <Failed error={save.error} />}
    </>
  );
};

const Done = ({ what, created, updated }: { what: Imported; created: number; updated: number }) => {
  const t = useText();
  const unit = t(`registers.unit-${what}`);
  return (
    <Card next title={t('registers.imported', { created, updated, unit })}>
      <div className="qz-actions">
        <ButtonLink to={importings[what].home} kind="main">
          {t('registers.look')}
        </ButtonLink>
      </div>
    </Card>
  );
};

const useImport = (what: Imported) => {
  const refresh = useRefresh();
  const [file, setFile] = useState<File | null>(null);
  const preview = useMutation({ mutationFn: importings[what].preview });
  const write = useMutation({
    mutationFn: (digest: string) =>
      file ? importings[what].write(file, digest) : Promise.reject(new Error('no file')),
    onSuccess: () => refresh(),
  });
  const take = (next: File) => {
    setFile(next);
    write.reset();
    preview.mutate(next);
  };
  return { file, preview, write, take };
};

/** Choose a file, see what it would do cell by cell, write it all or not at all. */
export const ImportPage = ({ what }: { what: Imported }) => {
  const t = useText();
  const me = useMe();
  const { file, preview, write, take } = useImport(what);
  const { home, homeKey, titleKey } = importings[what];
  const ready = file && preview.data && preview.data.errors === 0 && !write.isSuccess;
  const changes = preview.data ? preview.data.created + preview.data.updated : 0;
  return (
    <Page
      title={t(titleKey)}
      subtitle={me.committee?.name}
      back={{ to: home, label: t(homeKey) }}
      width="narrow"
      foot={
        ready && changes > 0 ? (
          <Button
            kind="main"
            className="qz-big"
            busy={write.isPending}
            onClick={() => write.mutate(preview.data.digest)}
          >
            {t('registers.write', { n: changes, unit: t(`registers.unit-${what}`) })}
          </Button>
        ) : undefined
      }
    >
      {write.data ? (
        <Done what={what} {...write.data} />
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
          <BlankForm what={what} />
        </>
      )}
      {preview.error && <Failed error={preview.error} />}
      {write.error && <Failed error={write.error} />}
      {preview.data && !write.data && <ImportPreview what={what} preview={preview.data} />}
      {ready && changes === 0 && <Notice>{t('registers.nothing-new')}</Notice>}
    </Page>
  );
};
