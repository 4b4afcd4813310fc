import { nlCommands } from '@/lib/messages/nl-commands';
import type { ViewCommands } from './registry';

const how = nlCommands.list;

/** Every command in the list. */
export const listCommands: ViewCommands = {
  view: 'list',
  commands: {
    'view.switch': { how: how['view.switch'] },
    'outline.all': { how: how['outline.all'] },
    'element.open': { how: how['element.open'] },
    'element.follow': { how: how['element.follow'] },
    'evidence.open': { how: how['evidence.open'] },
    search: { how: how.search, key: '/' },
    'view.filter': { how: how['view.filter'] },
    'note.add': { how: how['note.add'] },
    'note.edit': { how: how['note.edit'] },
    'note.recolour': { how: how['note.recolour'] },
    'note.attach': { how: how['note.attach'] },
    'note.move': { how: how['note.move'] },
    'note.detach': { how: how['note.detach'] },
    'note.delete': { how: how['note.delete'] },
    undo: { how: how.undo, key: 'Ctrl+Z' },
    redo: { how: how.redo, key: 'Ctrl+Y' },
  },
};
