import { useEffect, useRef } from 'react';
import { useCall } from '#platform/ui/calls.ts';
import { Loading } from '#platform/ui/States.tsx';
import { readScreen } from '../contract.ts';
import { BranchScreen } from './branch/BranchScreen.tsx';
import { LineContext } from './branch/line.ts';
import { PairForm } from './screen/PairForm.tsx';
import { ScreenWaits } from './screen/ScreenWaits.tsx';
import { screenLine } from './screen/screen-line.ts';
import './venues.css';

/** Often enough that a screen is in its sitting when the first person sits down. */
const lookMs = 10_000;

/** Between two sittings is the time to take a new version of the page; nobody would press a button for it. */
const useFreshBetween = (sitting: string | null): void => {
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (before.current !== null && sitting === null) location.reload();
    before.current = sitting;
  }, [sitting]);
};

/** A fixed screen of a branch venue (固定分会场屏): paired once, it shows its committee's sittings by itself. */
const ScreenPage = () => {
  const plan = useCall(readScreen, {}, { every: lookMs });
  const unpaired = plan.error?.code === 'venues.notPaired';
  const shown = unpaired ? undefined : plan.data;
  useFreshBetween(shown?.now?.id ?? null);
  if (unpaired) return <PairForm done={plan.refetch} />;
  // While the server is away the screen stays as it is and goes on asking.
  if (!shown) return <Loading lines={4} />;
  if (!shown.now) return <ScreenWaits plan={shown} at={plan.dataUpdatedAt} />;
  return (
    <LineContext value={screenLine}>
      <BranchScreen
        key={shown.now.id}
        id={shown.now.id}
        own={shown.venue.id}
        device={shown.screen}
        unattended
      />
    </LineContext>
  );
};

export default ScreenPage;
