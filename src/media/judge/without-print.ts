import type { Luminance } from './luminance.ts';

/** Lines of print are thinner than this, twice, in a small photo. */
const radius = 2;

/** The paper behind its print: dark that is thin is filled with the brightness around it (a grey closing). */
export function withoutPrint(small: Luminance): Luminance {
  const widened = sweep(small, Math.max);
  return sweep(widened, Math.min);
}

function sweep(photo: Luminance, pick: (a: number, b: number) => number): Luminance {
  return along(along(photo, pick, 1, 0), pick, 0, 1);
}

function along(
  { width, height, values }: Luminance,
  pick: (a: number, b: number) => number,
  stepX: number,
  stepY: number,
): Luminance {
  const picked = new Uint8Array(values.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let found = values[y * width + x] ?? 0;
      for (let away = -radius; away <= radius; away += 1) {
        const [besideX, besideY] = [x + away * stepX, y + away * stepY];
        if (besideX < 0 || besideY < 0 || besideX >= width || besideY >= height) continue;
        found = pick(found, values[besideY * width + besideX] ?? 0);
      }
      picked[y * width + x] = found;
    }
  }
  return { width, height, values: picked };
}
