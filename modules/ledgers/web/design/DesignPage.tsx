import { type ReactNode, useState } from 'react';
import { listActivities, listElements } from '#modules/records/contract';
import {
  Button,
  Card,
  Choice,
  Failed,
  Loading,
  Notice,
  Page,
  TextField,
  useAction,
  useCall,
  useParam,
  useText,
} from '#platform/ui/index.ts';
import { declareLedger, getLedgerDesign, type LedgerDesign, saveLedgerDesign } from '../../contract.ts';
import type { LedgerDefinition } from '../../domain/definition.ts';
import { frequencies, levels } from '../../domain/names.ts';
import { PageTurner } from '../PageTurner.tsx';
import { Sheet as Picture } from '../Paper.tsx';
import { Columns } from './Columns.tsx';
import { Coverage } from './Coverage.tsx';
import { emptyForm, sourcesFor } from './draft.ts';
import { Sheet } from './Sheet.tsx';
import { useDraftPaper } from './use-draft-paper.ts';
import '../ledgers.css';

const DraftPaper = ({ definition }: { definition: LedgerDefinition }) => {
  const t = useText();
  const [page, setPage] = useState(1);
  const paper = useDraftPaper(definition, page);
  return (
    <section aria-label={t('ledgers.paper')} className="lg-paper-place">
      <div className="lg-paper-head">
        <h2>{t('ledgers.paper')}</h2>
        <span className="qz-detail">{t('ledgers.design.live')}</span>
      </div>
      {paper.isError && (
        <Notice>
          {[paper.error.message, ...paper.error.errors.map(({ message }) => message)].join('：')}
        </Notice>
      )}
      {paper.isPending && <Loading lines={6} />}
      {paper.data && <Picture paper={paper.data} name={definition.layout.title} />}
      {paper.data && (
        <PageTurner page={page} pages={paper.data.pages} onPage={setPage} label={t('ledgers.paper')} />
      )}
    </section>
  );
};

interface DesignerProps {
  first: LedgerDefinition;
  /** What stands above the form: of a new ledger its name and ground. */
  head?: ReactNode;
  foot: (definition: LedgerDefinition) => ReactNode;
}

const Designer = ({ first, head, foot }: DesignerProps) => {
  const t = useText();
  const [definition, setDefinition] = useState(first);
  const elements = useCall(listElements);
  const activities = useCall(listActivities);
  if (elements.isPending || activities.isPending) return <Loading lines={6} />;
  if (elements.isError) return <Failed error={elements.error} retry={elements.refetch} />;
  if (activities.isError) return <Failed error={activities.error} retry={activities.refetch} />;
  const sources = sourcesFor(elements.data, activities.data, definition.activities, t);
  const part = { definition, sources, onDefinition: setDefinition };
  return (
    <div className="lg-two">
      <div className="lg-rows qz-form">
        {head}
        <Coverage {...part} activities={activities.data} />
        <Columns {...part} />
        <Sheet definition={definition} onDefinition={setDefinition} />
        {foot(definition)}
      </div>
      <DraftPaper definition={definition} />
    </div>
  );
};

const asData = (definition: LedgerDefinition) => definition as unknown as Record<string, unknown>;

interface ExistingProps {
  design: LedgerDesign;
  /** The version that was saved here, 0 for none: the form begins anew from it. */
  saved: number;
  onSaved: (version: number) => void;
}

const Existing = ({ design, saved, onSaved }: ExistingProps) => {
  const t = useText();
  const [newest] = design.versions;
  const saving = useAction(saveLedgerDesign, {
    onDone: ({ versions }) => onSaved(versions[0]?.version ?? 0),
  });
  if (!newest) return null;
  return (
    <Designer
      first={newest.definition as unknown as LedgerDefinition}
      foot={(definition) => (
        <>
          {saving.error && <Failed error={saving.error} />}
          {saved === newest.version && <Notice tone="good">{t('ledgers.design.saved', { n: saved })}</Notice>}
          <p className="qz-detail">
            {t('ledgers.design.versions', { n: newest.version, day: newest.effectiveFrom })}
          </p>
          <div className="qz-actions">
            <Button
              kind="main"
              busy={saving.isPending}
              onClick={() =>
                saving.mutate({
                  params: { id: design.id },
                  body: { definition: asData(definition), seen: newest.version },
                })
              }
            >
              {t('ledgers.design.save')}
            </Button>
          </div>
        </>
      )}
    />
  );
};

const New = () => {
  const t = useText();
  const [name, setName] = useState('');
  const [ground, setGround] = useState('');
  const [level, setLevel] = useState<(typeof levels)[number]>('subdistrict');
  const [frequency, setFrequency] = useState<(typeof frequencies)[number]>('month');
  const declaring = useAction(declareLedger);
  if (declaring.data)
    return <Notice tone="good">{t('ledgers.design.declared', { name: declaring.data.name })}</Notice>;
  return (
    <Designer
      first={emptyForm(t('ledgers.design.new-title'))}
      head={
        <Card title={t('ledgers.design.about')}>
          <TextField label={t('ledgers.design.name')} value={name} onValue={setName} maxLength={60} />
          <TextField label={t('ledgers.design.ground')} value={ground} onValue={setGround} maxLength={200} />
          <Choice
            label={t('ledgers.design.level')}
            options={levels.map((one) => ({ value: one, label: t(`ledgers.level.${one}`) }))}
            value={level}
            onValue={(one) => setLevel(one as typeof level)}
          />
          <Choice
            label={t('ledgers.design.frequency')}
            options={frequencies.map((one) => ({ value: one, label: t(`ledgers.frequency.${one}`) }))}
            value={frequency}
            onValue={(one) => setFrequency(one as typeof frequency)}
          />
        </Card>
      }
      foot={(definition) => (
        <>
          {declaring.error && <Failed error={declaring.error} />}
          <div className="qz-actions">
            <Button
              kind="main"
              busy={declaring.isPending}
              disabled={name.trim() === ''}
              onClick={() =>
                declaring.mutate({
                  body: { name, level, frequency, legalBasis: ground, definition: asData(definition) },
                })
              }
            >
              {t('ledgers.design.declare')}
            </Button>
          </div>
        </>
      )}
    />
  );
};

/** A department's clerk designs a ledger; the paper beside is what it prints. */
const DesignPage = () => {
  const t = useText();
  const id = useParam('id');
  const [saved, setSaved] = useState(0);
  const fresh = id === '' || id === 'new';
  const design = useCall(getLedgerDesign, { params: { id } }, { enabled: !fresh });
  const back = {
    to: fresh ? '/ledgers' : `/ledgers/${id}`,
    label: design.data?.name ?? t('ledgers.ledgers'),
  };
  const body = () => {
    if (fresh) return <New />;
    if (design.isPending) return <Loading lines={6} />;
    if (design.isError) return <Failed error={design.error} retry={design.refetch} />;
    return (
      <Existing
        key={design.data.versions[0]?.version}
        design={design.data}
        saved={saved}
        onSaved={setSaved}
      />
    );
  };
  return (
    <Page
      title={t(fresh ? 'ledgers.design.new' : 'ledgers.design')}
      subtitle={t('ledgers.design.means')}
      back={back}
    >
      {body()}
    </Page>
  );
};

export default DesignPage;
