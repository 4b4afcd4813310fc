import { nlCommands } from '@/lib/messages/nl-commands';

/**
 * Everything people can do in a workshop, in reading and in writing. Board and list both say how, for every one of them:
 * a command that one of them lacks does not compile.
 */
export const COMMANDS = {
  'view.switch': { writes: false },
  'outline.all': { writes: false },
  'element.open': { writes: false },
  'element.follow': { writes: false },
  'evidence.open': { writes: false },
  search: { writes: false },
  'view.filter': { writes: false },
  'note.add': { writes: true },
  'note.edit': { writes: true },
  'note.recolour': { writes: true },
  'note.attach': { writes: true },
  'note.move': { writes: true },
  'note.detach': { writes: true },
  'note.delete': { writes: true },
  undo: { writes: true },
  redo: { writes: true },
} as const satisfies Record<string, { writes: boolean }>;

export type CommandId = keyof typeof COMMANDS;

/** How one view does a command; `key` where it has one. */
export type ViewCommand = { how: string; key?: string };
export type ViewCommands = { view: 'board' | 'list'; commands: Record<CommandId, ViewCommand> };

export const commandLabel = (id: CommandId): string => nlCommands.labels[id];

export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[];
