import { NewPlacePage } from './NewPlacePage.tsx';

const NewOrganisationPage = () => <NewPlacePage register="organisation" />;

export default NewOrganisationPage;
