import { Button } from '#platform/ui/Buttons.tsx';
import { Section } from '#platform/ui/Card.tsx';
import { useAction, useCall } from '#platform/ui/calls.ts';
import { useParam } from '#platform/ui/go.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { listVenueDocuments, readVenues, removeVenueDocument, type VenueDocument } from '../contract.ts';
import { BringDocument } from './documents/BringDocument.tsx';
import { useBring } from './documents/use-bring.ts';
import './screens.css';

/** The documents of a sitting, brought before it by whose items are on the agenda. */
const DocumentsPage = () => {
  const t = useText();
  const id = useParam('id');
  const params = { params: { id } };
  const view = useCall(readVenues, params);
  const documents = useCall(listVenueDocuments, params);
  const remove = useAction(removeVenueDocument, { refresh: [listVenueDocuments] });
  const bring = useBring(id);
  const error = view.error ?? documents.error;
  const itemOf = ({ item }: VenueDocument): string =>
    view.data?.sitting.items.find((one) => one.id === item)?.title ?? t('venues.document-no-item');
  const over = view.data?.state.phase === 'ended';
  return (
    <Page
      title={t('venues.documents')}
      subtitle={view.data?.sitting.title ?? ''}
      back={{ to: `/sittings/${id}`, label: t('venues.sitting') }}
      width="narrow"
    >
      {error && <Failed error={error} />}
      {!error && (!view.data || !documents.data) && <Loading lines={4} />}
      {view.data && !over && (
        <Section title={t('venues.document-add')}>
          <BringDocument view={view.data} bring={bring} />
        </Section>
      )}
      {documents.data?.length === 0 && <Empty>{t('venues.documents-none')}</Empty>}
      {remove.error && <Failed error={remove.error} />}
      {documents.data && documents.data.length > 0 && (
        <ul className="venue-documents">
          {documents.data.map((one) => (
            <li key={one.id}>
              <span className="venue-document-name">
                <b>{t('venues.document-pages', { title: one.title, pages: one.pages })}</b>
                <br />
                {itemOf(one)} · {one.addedBy}
              </span>
              {!over && (
                <Button
                  aria-label={t('venues.document-remove-of', { title: one.title })}
                  onClick={() => remove.mutate({ params: { id, document: one.id } })}
                >
                  {t('venues.document-remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
};

export default DocumentsPage;
