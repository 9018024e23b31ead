import { ImportPage } from './ImportPage.tsx';

const ImportHouseholdsPage = () => <ImportPage what="households" />;

export default ImportHouseholdsPage;
