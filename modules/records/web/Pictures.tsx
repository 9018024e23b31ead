import { useMutation } from '@tanstack/react-query';
import { addressOf, CallError, call } from '#platform/contract/call.ts';
import { Card, Failed, FilePick, Notice, useCall, useMay, useText } from '#platform/ui/index.ts';
import { addRecordPicture, listRecordPictures, type RecordView, showRecordPicture } from '../contract.ts';
import { shrink } from './shrink.ts';

/** Pictures of an act; nobody has to add one. */
export const Pictures = ({ record }: { record: RecordView }) => {
  const t = useText();
  const may = useMay('records.enter') && !record.voided;
  const params = { id: record.id };
  const pictures = useCall(listRecordPictures, { params });
  const adding = useMutation({
    mutationFn: async (file: File) => call(addRecordPicture, { params, body: await shrink(file) }),
    onSuccess: () => pictures.refetch(),
  });
  if (!pictures.data || (pictures.data.length === 0 && !may)) return null;
  return (
    <Card title={t('records.pictures')}>
      <div className="rec-pictures">
        {pictures.data.map(({ id }, index) => (
          <img
            key={id}
            src={addressOf(showRecordPicture, { params: { id: record.id, picture: id } })}
            alt={t('records.picture', { n: index + 1 })}
          />
        ))}
      </div>
      {may && (
        <>
          <p className="qz-detail">{t('records.pictures-mean')}</p>
          <FilePick
            label={t('records.picture-add')}
            accept="image/*"
            // Shrunk before it is sent: what a camera makes may be large.
            maxBytes={40 * 1024 * 1024}
            busy={adding.isPending}
            onFile={(picture) => adding.mutate(picture)}
          />
        </>
      )}
      {adding.error instanceof CallError && <Failed error={adding.error} />}
      {adding.error && !(adding.error instanceof CallError) && <Notice>{t('records.picture-none')}</Notice>}
    </Card>
  );
};
