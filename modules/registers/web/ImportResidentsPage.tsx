import { ImportPage } from './ImportPage.tsx';

const ImportResidentsPage = () => <ImportPage what="residents" />;

export default ImportResidentsPage;
