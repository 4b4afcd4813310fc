import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { countTemplate } from '@/lib/domain/template/count-template';
import { readSchema } from './read-schema';
import { block, layer, point, smallTemplate } from './small-template';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

describe('countTemplate', () => {
  it('[TP12] counts empty blocks, nested points per kind, and points right under a layer', () => {
    const template = smallTemplate({
      layers: [layer({ id: 'L1.2', section: '1.2', order: 2 }), layer()],
      blocks: [block(), block({ id: 'L1.1.2', order: 2, letter: undefined, emptyReason: 'Alleen een kop' })],
      points: [
        point(),
        point({ id: 'L1.1.A.1.p1.1', parentId: 'L1.1.A.1.p1', kind: 'note' }),
        point({ id: 'L1.2.p1', parentId: 'L1.2', kind: 'example' }),
      ],
    });
    const { layers, total } = countTemplate(template);
    expect(Object.entries(layers)).toEqual([
      ['1.1', { blocks: 2, groups: 1, points: { point: 1, pair: 0, example: 0, note: 1, total: 2 }, references: 1 }],
      ['1.2', { blocks: 0, groups: 0, points: { point: 0, pair: 0, example: 1, note: 0, total: 1 }, references: 0 }],
    ]);
    expect(total).toEqual({
      blocks: 2,
      groups: 1,
      points: { point: 1, pair: 0, example: 1, note: 1, total: 3 },
      references: 1,
    });
  });

  it('[TP13] the command line prints the same counts as JSON and nothing else, or a table', { timeout: 30_000 }, () => {
    const run = (...args: string[]) =>
      execFileSync(process.execPath, ['--import', 'tsx', 'server/cli/template-counts.ts', ...args], {
        cwd: ROOT,
        encoding: 'utf8',
      });
    expect(JSON.parse(run('--json'))).toEqual(countTemplate(readSchema()));
    expect(run().trim().split('\n')).toHaveLength(14);
  });
});
