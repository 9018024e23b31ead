/** Full years (周岁) of someone born on `birth` at `day`, both 'YYYY-MM-DD'; null when the birth is not known. */
export const ageOn = (birth: string | null, day: string): number | null => {
  if (!birth) return null;
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
};
