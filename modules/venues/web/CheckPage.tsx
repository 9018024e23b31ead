import { useGo, useParam } from '#platform/ui/go.tsx';
import { CheckScreen } from './check/CheckScreen.tsx';

/** A committee's cadre checks the venue's device before the sitting. */
const CheckPage = () => {
  const id = useParam('id');
  const go = useGo();
  return <CheckScreen id={id} done={() => go(`/sittings/${id}`)} />;
};

export default CheckPage;
