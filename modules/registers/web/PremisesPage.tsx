import { PlacesPage } from './PlacesPage.tsx';

const PremisesPage = () => <PlacesPage register="premises" />;

export default PremisesPage;
