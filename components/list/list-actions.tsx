'use client';
import { useEffect } from 'react';
import { useBoardLink, useLinkView } from '@/components/board-link/board-link';
import { CommandHelp } from '@/components/commands/command-help';
import { listCommands } from '@/components/commands/list-commands';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { saveLabel } from '@/lib/collab/save-state';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { nlListLive } from '@/lib/messages/nl-list';
import { nlList, nlWorkshop } from '@/lib/messages/nl-workshop';
import liveStyles from './live-list.module.css';
import styles from './schema-list.module.css';

function setAllOpen(open: boolean): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('[data-schema-list] details'))
    details.open = open;
}

/** A link to something inside a closed part opens that part first, and the focus goes along. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  for (let at: Element | null = target; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  target?.scrollIntoView();
  target?.querySelector<HTMLElement>(':scope > summary')?.focus({ preventScroll: true });
}

/** Undo and redo of one's own changes, and whether they are safe. */
function History() {
  const { actions, canWrite } = useBoardLink();
  const { undo, save } = useLinkView();
  if (!canWrite) return null;
  const label = saveLabel(save);
  return (
    <div className={liveStyles.history}>
      <Button
        variant="quiet"
        data-command="undo"
        aria-keyshortcuts="Control+Z"
        busy={!undo.canUndo}
        onClick={actions.undo}
      >
        {nlListLive.undo}
      </Button>
      <Button
        variant="quiet"
        data-command="redo"
        aria-keyshortcuts="Control+Y"
        busy={!undo.canRedo}
        onClick={actions.redo}
      >
        {nlListLive.redo}
      </Button>
      <span className={liveStyles.save} data-state={label}>
        {nlCanvas.save[label]}
      </span>
    </div>
  );
}

/** Opening and closing everything, printing, and the way to the board. */
export function ListActions({ boardHref }: { boardHref: string }) {
  useEffect(() => {
    const openForPrint = () => setAllOpen(true);
    openTarget();
    window.addEventListener('hashchange', openTarget);
    window.addEventListener('beforeprint', openForPrint);
    return () => {
      window.removeEventListener('hashchange', openTarget);
      window.removeEventListener('beforeprint', openForPrint);
    };
  }, []);
  return (
    <div className={styles.actions}>
      <ButtonLink href={boardHref} data-command="view.switch">
        {nlWorkshop.asBoard}
      </ButtonLink>
      <Button variant="quiet" data-command="outline.all" onClick={() => setAllOpen(true)}>
        {nlList.openAll}
      </Button>
      <Button variant="quiet" onClick={() => setAllOpen(false)}>
        {nlList.closeAll}
      </Button>
      <Button variant="quiet" onClick={() => window.print()}>
        {nlList.print}
      </Button>
      <CommandHelp commands={listCommands} />
      <History />
    </div>
  );
}
