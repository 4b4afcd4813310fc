/** Two thousand notes with invented texts of varied length, spread over the whole schema; the same for both pages. */
import type { Picture } from '../../../lib/domain/layout/picture';
import { seededNumbers } from '../load/seeded-numbers';

export const NOTE_COUNT = 2_000;

/** `x`,`y` on the board; `anchor` is the block it belongs to, `dx`,`dy` its place from that block's corner. */
export type BenchNote = { text: string; anchor: string; x: number; y: number; dx: number; dy: number };

const WORDS =
  'verzonnen notitie samen wachten gezin hulp school gesprek tijd vertrouwen onduidelijk afspraak gemeente netwerk kind steun signaal overleg ruimte verschil'.split(
    ' ',
  );

function textOf(random: () => number): string {
  const words = 2 + Math.floor(random() ** 2 * 38);
  const picked = Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)] ?? 'notitie');
  return picked.join(' ');
}

export function benchNotes(picture: Picture, count = NOTE_COUNT): BenchNote[] {
  const random = seededNumbers(2_000);
  const hosts = picture.blocks;
  return Array.from({ length: count }, (_, i) => {
    const host = hosts[i % hosts.length];
    if (!host) throw new Error('the template has no blocks');
    const dx = Math.round(random() * Math.max(1, host.rect.w - 220));
    const dy = Math.round(random() * Math.max(1, host.rect.h - 150));
    return { text: textOf(random), anchor: host.id, x: host.rect.x + dx, y: host.rect.y + dy, dx, dy };
  });
}
