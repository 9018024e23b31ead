import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction, useCall } from '#platform/ui/calls.ts';
import { useGo } from '#platform/ui/go.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { arrangeSitting, checkArrangement, listMeetingRequests, type MeetingRequest } from '../contract.ts';
import { Balance } from './arrange/Balance.tsx';
import { Pool } from './arrange/Pool.tsx';
import { Proposal } from './arrange/Proposal.tsx';
import { choose, emptyPlan, moved, type Plan, sittingDraftOf } from './arrange/plan.ts';
import { useMeetingsLive } from './use-meetings-live.ts';
import { useTrial } from './use-trial.ts';
import './meetings.css';

const Board = ({ requests }: { requests: readonly MeetingRequest[] }) => {
  const t = useText();
  const go = useGo();
  const [plan, setPlan] = useState<Plan>(emptyPlan);
  const change = (part: Partial<Plan>) => setPlan((now) => ({ ...now, ...part }));
  const draft = sittingDraftOf(plan, requests);
  const verdict = useTrial(checkArrangement, draft);
  const arrange = useAction(arrangeSitting, { onDone: ({ id }) => go(`/sittings/${id}`) });
  const chosen = requests.filter(({ id }) => plan.chosen.includes(id));
  return (
    <div className="mt-board">
      <Pool requests={requests} plan={plan} onChoose={(request) => setPlan(choose(plan, request))} />
      {chosen.length === 0 ? (
        <Empty>{t('meetings.choose-some')}</Empty>
      ) : (
        <Proposal
          plan={plan}
          chosen={chosen}
          change={change}
          verdict={draft ? verdict : null}
          onMove={(item, by) => setPlan(moved(plan, item, by))}
        />
      )}
      <div className="mt-column">
        <Balance chosen={chosen} verdict={draft ? (verdict.data ?? null) : null} />
        {arrange.error && <Failed error={arrange.error} />}
        {chosen.length > 0 && (
          <>
            <Button
              kind="main"
              busy={arrange.isPending}
              disabled={!draft || !verdict.settled || !verdict.data?.possible}
              onClick={() => draft && arrange.mutate({ body: draft })}
            >
              {t('meetings.arrange-do')}
            </Button>
            <p className="qz-detail">{t('meetings.arranged-note')}</p>
          </>
        )}
      </div>
    </div>
  );
};

/** The self-governance office pools approved requests into a sitting. */
const ArrangePage = () => {
  const t = useText();
  const requests = useCall(listMeetingRequests, { query: { state: 'approved' } });
  useMeetingsLive();
  const board = () => {
    if (requests.isPending) return <Loading />;
    if (requests.isError) return <Failed error={requests.error} retry={requests.refetch} />;
    if (requests.data.length === 0) return <Empty>{t('meetings.no-waiting')}</Empty>;
    return <Board requests={requests.data} />;
  };
  return (
    <Page title={t('meetings.arrange')} width="wide">
      {board()}
    </Page>
  );
};

export default ArrangePage;
