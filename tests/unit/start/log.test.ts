import { expect, it } from 'vitest';
import { createLog } from '@/lib/log';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const said: string[] = [];
  write(createLog('info', { write: (line) => said.push(line) }));
  return said.join('');
}

it('[ST15] secrets under their own name are taken out, also one level down', () => {
  const said = logged((log) =>
    log.info({ token: 'abc123', who: { name: 'Anna Bedacht' }, req: { headers: { cookie: 'k=abc123' } } }, 'x'),
  );
  expect(said).not.toMatch(/abc123|Bedacht/);
  expect(JSON.parse(said)).toMatchObject({ level: 'info', msg: 'x', token: '[weg]' });
});

it('[ST15] an error keeps its message and stack, without passwords, tokens and the values of rows', () => {
  const token = 'A'.repeat(43);
  const cause = Object.assign(new Error('no'), { detail: 'Key (name)=(Anna Bedacht)' });
  const error = new Error(`postgresql://u:geheim@db/x and /m/${token} and ?sleutel=${token}`, { cause });
  const said = logged((log) => log.error({ err: error }, 'x'));
  expect(said).not.toMatch(/geheim|AAAA|Bedacht/);
  expect(JSON.parse(said).err).toMatchObject({
    type: 'Error',
    message: 'postgresql://u:…@db/x and /m/… and ?sleutel=…',
  });
});
