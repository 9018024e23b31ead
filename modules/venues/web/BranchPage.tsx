import { useParam } from '#platform/ui/go.tsx';
import { useMe } from '#platform/ui/me.ts';
import { BranchScreen } from './branch/BranchScreen.tsx';
import { deviceNumber } from './media/device-number.ts';

/** A committee's cadre opens its venue on the device at hand. */
const BranchPage = () => (
  <BranchScreen id={useParam('id')} own={useMe().committee?.id ?? ''} device={deviceNumber()} />
);

export default BranchPage;
