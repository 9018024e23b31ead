import { useState } from 'react';
import { listActivities, listElements } from '#modules/records/contract';
import {
  Button,
  ButtonLink,
  Failed,
  Loading,
  Notice,
  Page,
  useAction,
  useCall,
  useParam,
  useText,
} from '#platform/ui/index.ts';
import { declareLedgerForm, draftLedgerForm, getLedgerForm, type LedgerForm } from '../../contract.ts';
import type { LedgerDefinition } from '../../domain/definition.ts';
import type { ColumnChoice } from '../../domain/forms/choice.ts';
import { useDraftPaper } from '../design/use-draft-paper.ts';
import { Sheet as Picture } from '../Paper.tsx';
import { FormAbout, type Into } from './FormAbout.tsx';
import { FormColumns } from './FormColumns.tsx';
import { FormComparison } from './FormComparison.tsx';
import { FormDone } from './FormDone.tsx';
import { FormRows } from './FormRows.tsx';
import { ReadAs } from './ReadAs.tsx';
import '../ledgers.css';
import './forms.css';

const busy = new Set(['writing', 'undoing']);
const everyMs = 1_500;

interface Chosen {
  columns: ColumnChoice[];
  about: LedgerForm['about'];
}

/** What the notes of a draft say, in words. */
const noteText = (t: ReturnType<typeof useText>, note: string): string => {
  const [kind = '', ...rest] = note.split(':');
  return t(`ledgers.forms.note.${kind}`, { n: rest[0] ?? '', columns: rest.join(':') });
};

const DraftPaper = ({ definition }: { definition: LedgerDefinition }) => {
  const t = useText();
  const paper = useDraftPaper(definition, 1);
  if (paper.isError) return <Notice>{paper.error.message}</Notice>;
  if (!paper.data) return <Loading lines={6} />;
  return (
    <>
      <Picture paper={paper.data} name={definition.layout.title} />
      <p className="qz-detail">{t('ledgers.forms.paper-means')}</p>
    </>
  );
};

const Paper = ({ form, chosen }: { form: LedgerForm; chosen: Chosen }) => {
  const t = useText();
  const body = chosen as never;
  const draft = useCall(draftLedgerForm, { params: { id: form.id }, body }, { keep: true });
  return (
    <section aria-label={t('ledgers.paper')} className="lg-paper-place">
      <div className="lg-paper-head">
        <h2>{t('ledgers.paper')}</h2>
        <span className="qz-detail">{t('ledgers.design.live')}</span>
      </div>
      {draft.data?.notes.map((note) => (
        <Notice key={note}>{noteText(t, note)}</Notice>
      ))}
      {draft.isError && <Failed error={draft.error} />}
      {draft.data && <DraftPaper definition={draft.data.definition as unknown as LedgerDefinition} />}
    </section>
  );
};

const firstInto = (form: LedgerForm): Into => {
  if (form.ledger) return { as: 'keep', ledger: form.ledger.id };
  return form.like ? { as: 'keep', ledger: form.like.id } : { as: 'new' };
};

/** Columns and ledger: what a person confirms before the form is anything. */
const Confirm = ({ form, onDone }: { form: LedgerForm; onDone: () => void }) => {
  const t = useText();
  const elements = useCall(listElements);
  const activities = useCall(listActivities);
  const [chosen, setChosen] = useState<Chosen>({
    columns: form.columns.map(({ choice }) => choice as unknown as ColumnChoice),
    about: form.about,
  });
  const [into, setInto] = useState<Into>(firstInto(form));
  const declare = useAction(declareLedgerForm, { onDone });
  if (elements.isPending || activities.isPending) return <Loading lines={6} />;
  if (elements.isError) return <Failed error={elements.error} retry={elements.refetch} />;
  if (activities.isError) return <Failed error={activities.error} retry={activities.refetch} />;
  const send = () =>
    declare.mutate({
      params: { id: form.id },
      body: {
        ...(chosen as never as { columns: never; about: never }),
        ...(into.as === 'new' ? {} : { ledger: into.ledger }),
        keep: into.as === 'keep',
      },
    });
  return (
    <div className="lg-two">
      <div className="lg-rows qz-form">
        <FormAbout
          form={form}
          about={chosen.about}
          into={into}
          activities={activities.data}
          onAbout={(about) => setChosen({ ...chosen, about })}
          onInto={setInto}
        />
        <FormColumns
          form={form}
          choices={chosen.columns}
          elements={elements.data}
          onChoices={(columns) => setChosen({ ...chosen, columns })}
        />
        {declare.error && <Failed error={declare.error} />}
        <div className="qz-actions">
          <Button kind="main" busy={declare.isPending} onClick={send}>
            {t(into.as === 'keep' ? 'ledgers.forms.confirm-keep' : 'ledgers.forms.confirm')}
          </Button>
        </div>
      </div>
      <Paper form={form} chosen={chosen} />
    </div>
  );
};

const Body = ({ form }: { form: LedgerForm }) => {
  const t = useText();
  const [again, setAgain] = useState(false);
  const open = form.state === 'read' || again;
  if (open)
    return (
      <>
        <ReadAs form={form} />
        <Confirm
          key={form.columns.map(({ cell }) => cell).join()}
          form={form}
          onDone={() => setAgain(false)}
        />
      </>
    );
  return (
    <>
      {form.ledger && (
        <Notice tone="good">
          {t('ledgers.forms.is-ledger', { name: form.ledger.name, version: form.version ?? 1 })}
        </Notice>
      )}
      <div className="qz-actions">
        {form.ledger && (
          <ButtonLink to={`/ledgers/${form.ledger.id}`} kind={form.state === 'written' ? 'main' : 'plain'}>
            {t('ledgers.forms.see-ledger')}
          </ButtonLink>
        )}
        {['declared', 'failed'].includes(form.state) && (
          <Button kind="quiet" onClick={() => setAgain(true)}>
            {t('ledgers.forms.columns-again')}
          </Button>
        )}
      </div>
      {form.form === 'summary' ? (
        <FormComparison form={form} />
      ) : (
        <>
          <FormDone form={form} />
          {['declared', 'failed'].includes(form.state) && <FormRows form={form} />}
          {form.state === 'written' && (
            <details className="lf-cells">
              <summary>{t('ledgers.forms.see-rows', { n: form.rows })}</summary>
              <FormRows form={form} settled />
            </details>
          )}
        </>
      )}
      <details className="lf-cells">
        <summary>{t('ledgers.forms.read')}</summary>
        <ReadAs form={form} />
      </details>
    </>
  );
};

/** One form on its way: how it was read, what its columns are, the ledger it becomes, its rows, taking it back. */
const FormPage = () => {
  const t = useText();
  const id = useParam('id');
  const [every, setEvery] = useState<number>();
  const form = useCall(getLedgerForm, { params: { id } }, every ? { every } : {});
  const wanted = form.data && busy.has(form.data.state) ? everyMs : undefined;
  if (wanted !== every) setEvery(wanted);
  const body = () => {
    if (form.isPending) return <Loading lines={6} />;
    if (form.isError) return <Failed error={form.error} retry={form.refetch} />;
    return <Body form={form.data} />;
  };
  return (
    <Page
      title={form.data?.title ?? t('ledgers.forms.one')}
      subtitle={
        form.data &&
        `${t(`ledgers.forms.state.${form.data.state}`)}　${t('ledgers.forms.rows', { n: form.data.rows })}`
      }
      back={{ to: '/ledgers/forms', label: t('ledgers.forms') }}
    >
      {body()}
    </Page>
  );
};

export default FormPage;
