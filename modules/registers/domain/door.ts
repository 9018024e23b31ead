const numerals: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 十二 → 12, 一百零三 → 103, 五〇二 → 502; anything else stays as it is. */
const digitsOf = (run: string): string => {
  if (!/[十百]/.test(run)) return [...run].map((one) => numerals[one]).join('');
  let [total, digit] = [0, 0];
  for (const one of run) {
    if (one === '十' || one === '百') {
      total += (digit || 1) * (one === '十' ? 10 : 100);
      digit = 0;
    } else digit = numerals[one] ?? 0;
  }
  return String(total + digit);
};

/** Chinese numerals inside a door's text become digits: 三号楼 → 3号楼. */
export const withDigits = (text: string): string =>
  text.normalize('NFKC').replace(/[零〇一二两三四五六七八九十百]+(?=[号楼幢栋室弄])/g, digitsOf);

/** 3号楼, 三号楼, 3幢, 3# → 3; a lane stays: 12弄3号 → 12-3. */
export const tidyBuilding = (text: string): string =>
  withDigits(text)
    .replace(/\s/g, '')
    .replace(/(号楼|号|幢|栋|楼组|楼|#)$/, '')
    .replace(/弄/, '-')
    .slice(0, 20);

/** 502室 → 502. */
export const tidyRoom = (text: string): string =>
  withDigits(text).replace(/\s/g, '').replace(/室$/, '').slice(0, 20);

/** How a door is said: 3号楼502. */
export const doorText = (building: string, room: string): string =>
  /^[\d-]+$/.test(building) ? `${building}号楼${room}` : [building, room].filter(Boolean).join(' ');

/** Building and room written at the end of an address: …3号楼502室. */
export const doorIn = (address: string): { building: string; room: string } | null => {
  const found = withDigits(address).match(/(?:(\d+)弄)?(\d+)(?:号楼|号|幢|栋)[^\d]{0,4}(\d{2,5})室?\s*$/);
  if (!found) return null;
  return { building: [found[1], found[2]].filter(Boolean).join('-'), room: found[3] ?? '' };
};
