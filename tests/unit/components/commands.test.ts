import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { boardCommands } from '@/components/commands/board-commands';
import { listCommands } from '@/components/commands/list-commands';
import { COMMAND_IDS, COMMANDS, commandLabel } from '@/components/commands/registry';
import { nlCommands } from '@/lib/messages/nl-commands';

const root = path.resolve(import.meta.dirname, '../../..');
const MARK = /(?:data-command|command)=(?:"([a-z.]+)"|\{[^}]*?'([a-z.]+)'(?: : '([a-z.]+)')?\})/g;

/** Commands that elements of these folders carry. */
function marked(folders: string[]): Set<string> {
  const found = new Set<string>();
  for (const folder of folders) {
    const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.tsx'))) {
      for (const ids of readFileSync(path.join(root, folder, file), 'utf8').matchAll(MARK))
        for (const id of ids.slice(1)) if (id) found.add(id);
    }
  }
  return found;
}

it('[LV8] every command is there in board and list, with a name and a way to do it', () => {
  expect(Object.keys(boardCommands.commands).sort()).toEqual([...COMMAND_IDS].sort());
  expect(Object.keys(listCommands.commands).sort()).toEqual([...COMMAND_IDS].sort());
  for (const { commands } of [boardCommands, listCommands])
    for (const id of COMMAND_IDS) expect(commands[id].how.length, id).toBeGreaterThan(10);
  for (const id of COMMAND_IDS) expect(commandLabel(id), id).not.toBe('');
});

it('[LV8] no words are left of a command that is no more', () => {
  for (const words of [nlCommands.labels, nlCommands.list, nlCommands.board])
    expect(Object.keys(words).sort()).toEqual([...COMMAND_IDS].sort());
});

it('[LV8] everything that writes can be pressed in the list, and on the board beside what one does by hand', () => {
  const writing = COMMAND_IDS.filter((id) => COMMANDS[id].writes);
  const list = marked(['components/list', 'components/notes']);
  const shared = marked(['components/notes']);
  expect(writing.filter((id) => !list.has(id))).toEqual([]);
  // The card of the board holds the same notes; undo and redo are in its toolbar.
  expect(writing.filter((id) => !shared.has(id) && !['undo', 'redo'].includes(id))).toEqual([]);
});
