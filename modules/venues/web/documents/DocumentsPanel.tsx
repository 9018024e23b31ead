import { useAction, useCall } from '#platform/ui/calls.ts';
import { useText } from '#platform/ui/text.ts';
import { listVenueDocuments, removeVenueDocument } from '../../contract.ts';
import type { PanelProps } from '../parts/QueuePanel.tsx';
import { BringDocument } from './BringDocument.tsx';
import { useBring } from './use-bring.ts';

/** Others bring documents too, while the sitting goes on. */
const lookMs = 20_000;

/** The sitting's documents: showing one to everybody, turning its pages, taking it off, bringing another. */
export const DocumentsPanel = ({ view, state, act }: Pick<PanelProps, 'view' | 'state' | 'act'>) => {
  const t = useText();
  const params = { params: { id: view.sitting.id } };
  const { data: documents = [] } = useCall(listVenueDocuments, params, { every: lookMs });
  const remove = useAction(removeVenueDocument, { refresh: [listVenueDocuments] });
  const bring = useBring(view.sitting.id);
  const { document: shown } = state;
  const go = (page: number) => shown && act({ kind: 'document', document: shown.id, page });
  if (state.phase === 'ended') return null;
  return (
    <details className="venue-panel" open={shown !== null || undefined}>
      <summary>{t('venues.documents')}</summary>
      {shown && (
        <p className="venue-buttons venue-pages">
          <b className="venue-page-name">
            {t('venues.page-of', { title: shown.title, page: shown.page, pages: shown.pages })}
          </b>
          <button
            type="button"
            className="venue-do"
            disabled={shown.page === 1}
            onClick={() => go(shown.page - 1)}
          >
            {t('venues.page-before')} <kbd>←</kbd>
          </button>
          <button
            type="button"
            className="venue-do"
            disabled={shown.page === shown.pages}
            onClick={() => go(shown.page + 1)}
          >
            {t('venues.page-next')} <kbd>→</kbd>
          </button>
          <button
            type="button"
            className="venue-do"
            onClick={() => act({ kind: 'document', document: null, page: 1 })}
          >
            {t('venues.document-hide')}
          </button>
        </p>
      )}
      <ul className="venue-documents">
        {documents
          .filter(({ id }) => id !== shown?.id)
          .map(({ id, title, pages, ready }) => (
            <li key={id}>
              <span className="venue-document-name">{t('venues.document-pages', { title, pages })}</span>
              {ready && (
                <button
                  type="button"
                  className="venue-do"
                  aria-label={t('venues.document-show-of', { title })}
                  onClick={() => act({ kind: 'document', document: id, page: 1 })}
                >
                  {t('venues.document-show')}
                </button>
              )}
              <button
                type="button"
                className="venue-do"
                aria-label={t('venues.document-remove-of', { title })}
                onClick={() => remove.mutate({ params: { ...params.params, document: id } })}
              >
                {t('venues.document-remove')}
              </button>
            </li>
          ))}
      </ul>
      <BringDocument view={view} bring={bring} />
    </details>
  );
};
