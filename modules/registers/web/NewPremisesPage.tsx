import { NewPlacePage } from './NewPlacePage.tsx';

const NewPremisesPage = () => <NewPlacePage register="premises" />;

export default NewPremisesPage;
