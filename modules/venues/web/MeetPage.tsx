import { useMemo, useState } from 'react';
import { BigButton, Button, ButtonLink } from '#platform/ui/Buttons.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { useAction, useCall } from '#platform/ui/calls.ts';
import { useGo } from '#platform/ui/go.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { Notice } from '#platform/ui/Tag.tsx';
import { useLanguage, useText } from '#platform/ui/text.ts';
import { callSmallMeeting, checkSmallMeeting, listSmallMeetingChoices } from '../contract.ts';
import { mostPeople } from '../domain/small.ts';
import { groupsOf, matches } from './small/choose.ts';
import './small/small.css';

/** Asking some colleagues to meet now (小会): those of last time in one tap, others by name. */
const MeetPage = () => {
  const t = useText();
  const language = useLanguage();
  const go = useGo();
  const choices = useCall(listSmallMeetingChoices);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const check = useAction(checkSmallMeeting, { refresh: [] });
  const call = useAction(callSmallMeeting, { refresh: [], onDone: ({ id }) => go(`/meet/${id}`) });
  const people = choices.data?.people ?? [];
  const shown = useMemo(() => groupsOf(people.filter((one) => matches(one, typed))), [people, typed]);
  if (choices.isPending) return <Loading lines={5} />;
  if (choices.isError) return <Failed error={choices.error} retry={choices.refetch} />;

  const nameOf = (account: string) => people.find((one) => one.account === account)?.name ?? '';
  const choose = (next: readonly string[]) => {
    setChosen(next);
    call.reset();
    if (next.length === 0) check.reset();
    else check.mutate({ body: { people: [...next] } });
  };
  const tap = (account: string) =>
    choose(chosen.includes(account) ? chosen.filter((one) => one !== account) : [...chosen, account]);
  const refused = check.data?.allowed === false && chosen.length > 0;
  const full = chosen.length >= mostPeople - 1;
  return (
    <Page
      title={t('venues.small')}
      subtitle={t('venues.small-help')}
      width="phone"
      back={{ to: '/' }}
      foot={
        <BigButton
          disabled={chosen.length === 0 || refused}
          busy={call.isPending}
          onClick={() => call.mutate({ body: { people: [...chosen] } })}
        >
          {chosen.length === 0 ? t('venues.small-choose') : t('venues.small-call-n', { n: chosen.length })}
        </BigButton>
      }
    >
      {choices.data.recent.length > 0 && chosen.length === 0 && (
        <Card title={t('venues.small-recent')}>
          {choices.data.recent.map((group) => (
            <p key={group.join()} className="small-recent">
              <span>{group.map(nameOf).join('、')}</span>
              <Button busy={call.isPending} onClick={() => call.mutate({ body: { people: [...group] } })}>
                {t('venues.small-now')}
              </Button>
            </p>
          ))}
        </Card>
      )}
      {chosen.length > 0 && (
        <Card title={t('venues.small-chosen', { names: chosen.map(nameOf).join('、') })}>
          {check.data && (
            <p className="qz-detail">
              {check.data.callUps > 0 && `${t('venues.small-call-ups', { n: check.data.callUps })} · `}
              {check.data.words[language]}
            </p>
          )}
          {refused && (
            <p className="qz-actions">
              <ButtonLink to="/meetings/request">{t('venues.small-request')}</ButtonLink>
            </p>
          )}
        </Card>
      )}
      {call.isError && <Notice tone="bad">{call.error.message}</Notice>}
      <input
        className="small-search"
        type="search"
        aria-label={t('venues.small-search')}
        placeholder={t('venues.small-search')}
        value={typed}
        maxLength={20}
        onChange={({ target }) => setTyped(target.value)}
      />
      {shown.length === 0 && <Empty>{t('venues.small-nobody')}</Empty>}
      {shown.map(([place, members]) => (
        <fieldset key={place} className="small-place">
          <legend>{place}</legend>
          {members.map(({ account, name }) => (
            <label key={account} className="small-person">
              <input
                type="checkbox"
                checked={chosen.includes(account)}
                disabled={full && !chosen.includes(account)}
                onChange={() => tap(account)}
              />
              {name}
            </label>
          ))}
        </fieldset>
      ))}
    </Page>
  );
};

export default MeetPage;
