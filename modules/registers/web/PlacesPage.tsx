import {
  ButtonLink,
  Empty,
  Failed,
  Loading,
  Page,
  Rows,
  SelectField,
  useAddressValue,
  useCall,
  useMay,
  useMe,
} from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import { listPlaces } from '../contract.ts';
import { kindsOf, type PlaceRegister } from '../domain/place-fields.ts';
import { Pager } from './Pager.tsx';
import { PlaceRow } from './PlaceRow.tsx';
import { RegisterNav } from './RegisterNav.tsx';
import { RegisterSearch } from './RegisterSearch.tsx';

const List = ({ register }: { register: PlaceRegister }) => {
  const t = useText();
  const language = useLanguage();
  const [kind, setKind] = useAddressValue('kind');
  const [at, setAt] = useAddressValue('page', '1');
  const page = Math.max(1, Number(at) || 1);
  const list = useCall(listPlaces, { query: { register, page, ...(kind ? { kind } : {}) } }, { keep: true });
  if (list.isPending) return <Loading lines={6} />;
  if (list.isError) return <Failed error={list.error} retry={list.refetch} />;
  const { places, total, pageSize } = list.data;
  if (total === 0 && !kind) return <Empty>{t('registers.places-empty')}</Empty>;
  return (
    <>
      <SelectField
        label={t('registers.kind')}
        value={kind}
        placeholder={t('registers.all-kinds')}
        onValue={(next) => {
          setKind(next);
          setAt('1');
        }}
        options={kindsOf(register).map((one) => ({ value: one.code, label: one[language] }))}
      />
      <p className="qz-detail">{t(`registers.count-${register}`, { n: total })}</p>
      {total === 0 ? (
        <Empty>{t('registers.none-of-kind')}</Empty>
      ) : (
        <>
          <Rows label={t(`registers.${register}`)}>
            {places.map((place) => (
              <PlaceRow key={place.id} place={place} />
            ))}
          </Rows>
          <Pager {...{ page, total }} size={pageSize} onPage={(next) => setAt(String(next))} />
        </>
      )}
    </>
  );
};

const homes = { premises: '/premises', organisation: '/organisations' } as const;

/** Premises, or organisations, of the committee. */
export const PlacesPage = ({ register }: { register: PlaceRegister }) => {
  const t = useText();
  const me = useMe();
  const imports = useMay('residents.import');
  const home = homes[register];
  return (
    <Page
      title={t(`registers.${register}`)}
      subtitle={me.committee?.name}
      width="narrow"
      actions={
        <>
          {imports && <ButtonLink to={`${home}/import`}>{t(`registers.import-${register}`)}</ButtonLink>}
          <ButtonLink to={`${home}/new`} kind="main">
            {t(`registers.new-${register}`)}
          </ButtonLink>
        </>
      }
    >
      <RegisterNav here={home} />
      <RegisterSearch>
        <List register={register} />
      </RegisterSearch>
    </Page>
  );
};
