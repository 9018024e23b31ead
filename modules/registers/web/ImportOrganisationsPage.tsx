import { ImportPage } from './ImportPage.tsx';

const ImportOrganisationsPage = () => <ImportPage what="organisation" />;

export default ImportOrganisationsPage;
