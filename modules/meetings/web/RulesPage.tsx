import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { useAction, useCall } from '#platform/ui/calls.ts';
import { Dialog } from '#platform/ui/Dialog.tsx';
import { DateField, NumberField } from '#platform/ui/Field.tsx';
import { officeToday } from '#platform/ui/format.ts';
import { useMay } from '#platform/ui/me.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { amendConveningRule, type ConveningRule, listConveningRules } from '../contract.ts';
import { useBoth } from './words.ts';

const Amend = ({ rule, onClose }: { rule: ConveningRule; onClose: () => void }) => {
  const t = useText();
  const [limit, setLimit] = useState<number | null>(rule.terms.perMonth);
  const [day, setDay] = useState(officeToday());
  const amend = useAction(amendConveningRule, { onDone: onClose });
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        const terms = { ...rule.terms, perMonth: limit ?? 0 };
        amend.mutate({ body: { code: rule.code, effectiveFrom: day, terms } });
      }}
    >
      <NumberField
        label={t(`meetings.rule-limit-${rule.code}`)}
        value={limit}
        onValue={setLimit}
        min={0}
        max={100_000}
        required
      />
      <DateField label={t('meetings.rule-day')} value={day} onValue={setDay} min={officeToday()} required />
      <p className="qz-detail">{t('meetings.rule-kept')}</p>
      {amend.error && <Failed error={amend.error} />}
      <div className="qz-actions">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" kind="main" busy={amend.isPending} disabled={limit === null || day === ''}>
          {t('meetings.rule-do')}
        </Button>
      </div>
    </form>
  );
};

const Rule = ({ rule, onAmend }: { rule: ConveningRule; onAmend: (() => void) | null }) => {
  const t = useText();
  const both = useBoth();
  const mayRequest = useMay('meetings.request');
  const { effectiveFrom: from, effectiveTo: until } = rule;
  return (
    <Card title={both(rule.words)}>
      <p className="qz-detail">
        {until ? t('meetings.rule-span', { from, until }) : t('meetings.rule-from', { from })}
      </p>
      {mayRequest && <p>{t('meetings.rule-used', { n: rule.used })}</p>}
      {onAmend && (
        <div className="qz-actions">
          <Button onClick={onAmend}>{t('meetings.rule-amend')}</Button>
        </div>
      )}
    </Card>
  );
};

/** The convening rules in words, what my department has used, and changing them from a day on. */
const RulesPage = () => {
  const t = useText();
  const mayArrange = useMay('meetings.arrange');
  const [amending, amend] = useState<ConveningRule | null>(null);
  const rules = useCall(listConveningRules);
  return (
    <Page title={t('meetings.rules')} width="narrow" back={{ to: '/meetings', label: t('meetings.title') }}>
      {rules.isPending && <Loading />}
      {rules.isError && <Failed error={rules.error} retry={rules.refetch} />}
      {rules.data?.map((rule) => (
        <Rule
          key={`${rule.code} ${rule.effectiveFrom}`}
          rule={rule}
          onAmend={mayArrange && rule.effectiveTo === null ? () => amend(rule) : null}
        />
      ))}
      <Dialog open={amending !== null} title={t('meetings.rule-amend')} onClose={() => amend(null)}>
        {amending && <Amend rule={amending} onClose={() => amend(null)} />}
      </Dialog>
    </Page>
  );
};

export default RulesPage;
