import { Button, ButtonLink } from '#platform/ui/Buttons.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { useAddressValue } from '#platform/ui/go.tsx';
import { useLive } from '#platform/ui/live.ts';
import { useMay } from '#platform/ui/me.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { getOrganisation, listCadres, listCommittees, listDepartments } from '../contract.ts';
import { CadreList } from './CadreList.tsx';
import { CommitteeList } from './CommitteeList.tsx';
import { DepartmentList } from './DepartmentList.tsx';
import './organisation.css';

const views = ['committees', 'cadres', 'departments'] as const;

const Tabs = ({ view, onView }: { view: string; onView: (view: string) => void }) => {
  const t = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's; these only switch what is shown
    <div className="qz-org-tabs" role="group" aria-label={t('organisation.view')}>
      {views.map((one) => (
        <Button key={one} aria-pressed={one === view} onClick={() => onView(one)}>
          {t(`organisation.${one}`)}
        </Button>
      ))}
    </div>
  );
};

/** Committees, departments and cadres of the subdistrict. */
const OrganisationPage = () => {
  const t = useText();
  const manage = useMay('organisation.manage');
  const [view, setView] = useAddressValue('view', 'committees');
  const organisation = useCall(getOrganisation);
  const committees = useCall(listCommittees);
  const departments = useCall(listDepartments);
  const cadres = useCall(listCadres, { query: {} });
  useLive(['office'], { refresh: [getOrganisation, listCommittees, listDepartments, listCadres] });

  const importLink = <ButtonLink to="/organisation/import">{t('organisation.import')}</ButtonLink>;
  const frame = (subtitle: string, children: React.ReactNode) => (
    <Page title={t('organisation.title')} subtitle={subtitle} actions={manage && importLink}>
      {children}
    </Page>
  );
  const failed = [organisation, committees, departments, cadres].find(({ isError }) => isError);
  if (failed?.error) return frame('', <Failed error={failed.error} retry={failed.refetch} />);
  if (!organisation.data || !committees.data || !departments.data || !cadres.data)
    return frame('', <Loading lines={6} />);
  const { subdistrict, ...counts } = organisation.data;
  const subtitle = `${subdistrict.name} · ${t('organisation.summary', counts)}`;
  if (counts.committees + counts.departments === 0)
    return frame(subtitle, <Empty action={manage && importLink}>{t('organisation.none')}</Empty>);
  const parts = { committees: committees.data, departments: departments.data, cadres: cadres.data };
  return frame(
    subtitle,
    <>
      <Tabs view={view} onView={setView} />
      {view === 'cadres' && <CadreList {...parts} />}
      {view === 'departments' && <DepartmentList {...parts} />}
      {view === 'committees' && <CommitteeList {...parts} manage={manage} />}
    </>,
  );
};

export default OrganisationPage;
