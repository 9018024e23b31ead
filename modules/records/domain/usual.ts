/** The kind of work a form opens with: nine of ten acts. */
export const usualActivity = 'home_visit';
