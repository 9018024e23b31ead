import { type Box, boxesOf, frame, inside } from './frame.ts';

/** A picture with its name, as the recording shows it. */
export interface Drawn {
  readonly source: HTMLVideoElement | HTMLImageElement | null;
  readonly name: string;
}

export interface Scene {
  readonly shared: Drawn | null;
  readonly cameras: readonly Drawn[];
  /** The item of the agenda, and the time of day. */
  readonly title: string;
  readonly time: string;
}

const ground = '#0b1214';
const panel = '#1b2428';
const words = '#f0f5f4';
const font = (size: number): string =>
  `${size}px "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif`;

const sizeOf = (source: NonNullable<Drawn['source']>): [number, number] =>
  source instanceof HTMLVideoElement
    ? [source.videoWidth, source.videoHeight]
    : [source.naturalWidth, source.naturalHeight];

const drawOne = (context: CanvasRenderingContext2D, box: Box, { source, name }: Drawn): void => {
  context.fillStyle = panel;
  context.fillRect(box.x, box.y, box.width, box.height);
  const [width, height] = source ? sizeOf(source) : [0, 0];
  if (source && width > 0) {
    const place = inside(box, width, height);
    context.drawImage(source, place.x, place.y, place.width, place.height);
  }
  context.font = font(20);
  const wide = Math.min(box.width, context.measureText(name).width + 20);
  context.fillStyle = 'rgb(11 18 20 / 75%)';
  context.fillRect(box.x, box.y + box.height - 32, wide, 32);
  context.fillStyle = words;
  context.fillText(name, box.x + 10, box.y + box.height - 10, box.width - 20);
};

/** Draws what every screen shows now, with whose pictures they are, the item and the time. */
export const drawScene = (context: CanvasRenderingContext2D, scene: Scene): void => {
  context.fillStyle = ground;
  context.fillRect(0, 0, frame.width, frame.height);
  const boxes = boxesOf(scene.cameras.length, scene.shared !== null);
  if (scene.shared && boxes.shared) drawOne(context, boxes.shared, scene.shared);
  for (const [place, camera] of scene.cameras.entries()) {
    const box = boxes.cameras[place];
    if (box) drawOne(context, box, camera);
  }
  context.fillStyle = words;
  context.font = font(22);
  context.fillText(scene.title, 12, frame.height - 14, frame.width - 160);
  context.textAlign = 'right';
  context.fillText(scene.time, frame.width - 12, frame.height - 14);
  context.textAlign = 'left';
};
