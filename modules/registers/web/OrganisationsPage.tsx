import { PlacesPage } from './PlacesPage.tsx';

const OrganisationsPage = () => <PlacesPage register="organisation" />;

export default OrganisationsPage;
