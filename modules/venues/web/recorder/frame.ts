/** Size of the recorded picture. */
export const frame = { width: 1280, height: 720 } as const;
/** The line under the pictures: the agenda's item and the time. */
const footer = 44;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const gap = 6;

/** Cells of a grid, row by row. */
const gridOf = (count: number, { x, y, width, height }: Box): Box[] => {
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
  const rows = Math.max(1, Math.ceil(count / columns));
  const wide = (width - gap * (columns - 1)) / columns;
  const high = (height - gap * (rows - 1)) / rows;
  return Array.from({ length: count }, (_, place) => ({
    x: x + (place % columns) * (wide + gap),
    y: y + Math.floor(place / columns) * (high + gap),
    width: wide,
    height: high,
  }));
};

/**
 * Where things lie in the recorded picture: as on the screens, one, two side by side, or many; what is shared
 * takes most of the width, and who speaks stands beside it.
 */
export const boxesOf = (cameras: number, shares: boolean): { shared: Box | null; cameras: Box[] } => {
  const whole = { x: 0, y: 0, width: frame.width, height: frame.height - footer };
  if (!shares) return { shared: null, cameras: gridOf(cameras, whole) };
  const wide = Math.round(frame.width * 0.76);
  const beside = { x: wide + gap, y: 0, width: frame.width - wide - gap, height: whole.height };
  const high = Math.min(beside.height / Math.max(1, cameras), (beside.width * 9) / 16);
  return {
    shared: { ...whole, width: wide },
    cameras: Array.from({ length: cameras }, (_, place) => ({
      ...beside,
      y: place * (high + gap),
      height: high,
    })),
  };
};

/** The largest box of a shape inside another, in its middle: nothing is cut off. */
export const inside = (box: Box, width: number, height: number): Box => {
  const scale = Math.min(box.width / Math.max(1, width), box.height / Math.max(1, height));
  return {
    x: box.x + (box.width - width * scale) / 2,
    y: box.y + (box.height - height * scale) / 2,
    width: width * scale,
    height: height * scale,
  };
};
