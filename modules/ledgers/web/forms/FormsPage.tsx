import { useMutation } from '@tanstack/react-query';
import { call } from '#platform/contract/call.ts';
import { useGo } from '#platform/ui/go.tsx';
import {
  Card,
  Empty,
  Failed,
  FilePick,
  formatMoment,
  Loading,
  Page,
  Row,
  Rows,
  Tag,
  useCall,
  useText,
} from '#platform/ui/index.ts';
import { listLedgerForms, mostFormBytes, uploadLedgerForm } from '../../contract.ts';
import { stateTone } from './words.ts';

const List = () => {
  const t = useText();
  const forms = useCall(listLedgerForms);
  if (forms.isPending) return <Loading lines={3} />;
  if (forms.isError) return <Failed error={forms.error} retry={forms.refetch} />;
  if (forms.data.length === 0) return <Empty>{t('ledgers.forms.none')}</Empty>;
  return (
    <Rows label={t('ledgers.forms')}>
      {forms.data.map((form) => (
        <Row
          key={form.id}
          to={`/ledgers/forms/${form.id}`}
          title={form.ledger?.name ?? form.title}
          detail={[
            t(`ledgers.forms.kind.${form.form}`),
            t('ledgers.forms.rows', { n: form.rows }),
            form.uploadedBy,
            formatMoment(form.uploadedAt),
          ].join('　')}
          extra={<Tag tone={stateTone[form.state]}>{t(`ledgers.forms.state.${form.state}`)}</Tag>}
        />
      ))}
    </Rows>
  );
};

/** A department brings in the forms it keeps; each becomes a ledger with its rows. */
const FormsPage = () => {
  const t = useText();
  const go = useGo();
  const upload = useMutation({
    mutationFn: (body: File) => call(uploadLedgerForm, { body } as never),
    onSuccess: (form) => go(`/ledgers/forms/${(form as { id: string }).id}`),
  });
  return (
    <Page
      title={t('ledgers.forms')}
      subtitle={t('ledgers.forms.means')}
      width="narrow"
      back={{ to: '/ledgers', label: t('ledgers.ledgers') }}
    >
      <FilePick
        label={t('ledgers.forms.choose')}
        accept=".xlsx,.xls,.csv"
        maxBytes={mostFormBytes}
        hint={t('ledgers.forms.choose-hint')}
        busy={upload.isPending}
        onFile={(file) => upload.mutate(file)}
      />
      {upload.error && <Failed error={upload.error} />}
      <Card title={t('ledgers.forms.brought')}>
        <List />
      </Card>
    </Page>
  );
};

export default FormsPage;
