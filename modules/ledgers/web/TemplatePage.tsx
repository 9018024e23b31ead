import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#platform/contract/call.ts';
import {
  Button,
  Card,
  Failed,
  FilePick,
  Loading,
  Notice,
  Page,
  SelectField,
  TextField,
  useAction,
  useCall,
  useParam,
  useText,
} from '#platform/ui/index.ts';
import {
  addLedgerTemplate,
  confirmLedgerTemplate,
  type LedgerTemplate,
  listLedgerTemplates,
  mostTemplateBytes,
  removeLedgerTemplate,
} from '../contract.ts';
import './ledgers.css';

/** What is proposed for each place, to be looked at, changed and confirmed by a person. */
const Places = ({ template, onDone }: { template: LedgerTemplate; onDone: () => void }) => {
  const t = useText();
  const [columns, setColumns] = useState(template.columns);
  const [lines, setLines] = useState(template.lines);
  const refresh = [listLedgerTemplates];
  const confirm = useAction(confirmLedgerTemplate, { refresh, onDone });
  const remove = useAction(removeLedgerTemplate, { refresh, onDone });
  const params = { id: template.id };
  const options = [
    { value: '', label: t('ledgers.own.nothing') },
    ...template.ledgerColumns.map(({ key, label }) => ({ value: key, label })),
  ];
  const body = {
    columns: columns.flatMap(({ path, key }) => (key ? [{ path, key }] : [])),
    lines: lines.map(({ place, text }) => ({ place, text })),
  };
  return (
    <div className="qz-form">
      {columns.map(({ path, key, sure }, at) => (
        <SelectField
          key={path}
          label={path}
          hint={key && !sure ? t('ledgers.own.look') : ''}
          options={options}
          value={key ?? ''}
          onValue={(value) => setColumns(columns.with(at, { path, key: value || null, sure: true }))}
        />
      ))}
      {lines.map((line, at) => (
        <TextField
          key={line.place}
          label={t('ledgers.own.line', { place: line.place, text: line.found })}
          value={line.text}
          onValue={(text) => setLines(lines.with(at, { ...line, text }))}
        />
      ))}
      <p className="qz-detail">{t('ledgers.own.lines-hint')}</p>
      {confirm.error && <Failed error={confirm.error} />}
      {remove.error && <Failed error={remove.error} />}
      <div className="qz-actions">
        <Button busy={remove.isPending} onClick={() => remove.mutate({ params })}>
          {t('ledgers.own.remove')}
        </Button>
        <Button kind="main" busy={confirm.isPending} onClick={() => confirm.mutate({ params, body })}>
          {t('ledgers.own.confirm')}
        </Button>
      </div>
    </div>
  );
};

/** A department's own file for a ledger: brought, looked at, confirmed. */
const TemplatePage = () => {
  const t = useText();
  const id = useParam('id');
  const templates = useCall(listLedgerTemplates, { params: { id } });
  const add = useMutation({
    mutationFn: (body: File) =>
      call(addLedgerTemplate, { params: { id }, query: { name: body.name.slice(0, 120) }, body } as never),
    onSuccess: () => templates.refetch(),
  });
  if (templates.isPending) return <Loading lines={5} />;
  if (templates.isError) return <Failed error={templates.error} retry={templates.refetch} />;
  return (
    <Page
      title={t('ledgers.own')}
      subtitle={t('ledgers.own.means')}
      width="narrow"
      back={{ to: `/ledgers/${id}`, label: t('ledgers.one') }}
    >
      <FilePick
        label={t('ledgers.own.choose')}
        accept=".xlsx,.docx"
        maxBytes={mostTemplateBytes}
        hint={t('ledgers.own.hint')}
        busy={add.isPending}
        onFile={(file) => add.mutate(file)}
      />
      {add.error && <Failed error={add.error} />}
      {templates.data.map((one) => (
        <Card key={one.id} title={one.name}>
          {one.inUse ? <Notice tone="good">{t('ledgers.own.used')}</Notice> : null}
          <Places template={one} onDone={() => void templates.refetch()} />
        </Card>
      ))}
    </Page>
  );
};

export default TemplatePage;
