import { Loading } from '#platform/ui/States.tsx';

/** Before a page is here. */
export const Waiting = () => (
  <div className="qz-page qz-page-narrow">
    <Loading lines={4} />
  </div>
);
