import { nlCommands } from '@/lib/messages/nl-commands';
import type { ViewCommands } from './registry';

const how = nlCommands.board;

/** Every command on the board. */
export const boardCommands: ViewCommands = {
  view: 'board',
  commands: {
    'view.switch': { how: how['view.switch'] },
    'outline.all': { how: how['outline.all'], key: '0' },
    'element.open': { how: how['element.open'], key: 'Enter' },
    'element.follow': { how: how['element.follow'] },
    'evidence.open': { how: how['evidence.open'] },
    search: { how: how.search, key: '/' },
    'view.filter': { how: how['view.filter'] },
    'note.add': { how: how['note.add'], key: 'N' },
    'note.edit': { how: how['note.edit'], key: 'Enter' },
    'note.recolour': { how: how['note.recolour'] },
    'note.attach': { how: how['note.attach'] },
    'note.move': { how: how['note.move'] },
    'note.detach': { how: how['note.detach'] },
    'note.delete': { how: how['note.delete'], key: 'Delete' },
    undo: { how: how.undo, key: 'Ctrl+Z' },
    redo: { how: how.redo, key: 'Ctrl+Y' },
  },
};
