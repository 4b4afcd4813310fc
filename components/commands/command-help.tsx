'use client';
import { useState } from 'react';
import { useBoardLink } from '@/components/board-link/board-link';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { nlCommands } from '@/lib/messages/nl-commands';
import styles from './command-help.module.css';
import { COMMAND_IDS, COMMANDS, type CommandId, commandLabel, type ViewCommands } from './registry';

function Row({ id, commands }: { id: CommandId; commands: ViewCommands }) {
  const { how, key } = commands.commands[id];
  return (
    <div className={styles.row} data-help={id}>
      <dt>{commandLabel(id)}</dt>
      <dd>
        {how}
        {key && <span className={styles.key}> {nlCommands.helpKey(key)}</span>}
      </dd>
    </div>
  );
}

/** All one can do in this view, with how. Who only reads sees what is for reading. */
export function CommandRows({ commands }: { commands: ViewCommands }) {
  const { canWrite } = useBoardLink();
  return (
    <>
      <p>{nlCommands.helpLead[commands.view]}</p>
      <dl className={styles.rows} data-help-of={commands.view}>
        {COMMAND_IDS.filter((id) => canWrite || !COMMANDS[id].writes).map((id) => (
          <Row key={id} id={id} commands={commands} />
        ))}
      </dl>
    </>
  );
}

/** The button and window of the list's own help. */
export function CommandHelp({ commands }: { commands: ViewCommands }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {nlCommands.help}
      </Button>
      <Dialog open={open} title={nlCommands.help} onClose={() => setOpen(false)}>
        <CommandRows commands={commands} />
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{nlCommands.close}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
