import { ImportPage } from './ImportPage.tsx';

const ImportPremisesPage = () => <ImportPage what="premises" />;

export default ImportPremisesPage;
