'use client';
import { useEffect } from 'react';
import { nlLeave } from '@/lib/messages/nl';
import styles from './leave-button.module.css';
import { LEAVE_TO, leavePage } from './leave-page';

const PRESSES = 3;
const WITHIN_MS = 2_000;

function useThreeShifts(onThree: () => void): void {
  useEffect(() => {
    let times: number[] = [];
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.repeat) return;
      if (event.key !== 'Shift') {
        times = [];
        return;
      }
      times = [...times.filter((time) => event.timeStamp - time < WITHIN_MS), event.timeStamp];
      if (times.length >= PRESSES) onThree();
    };
    // Selecting things with Shift held is not asking to leave.
    const handlePointerDown = () => {
      times = [];
    };
    window.addEventListener('keydown', handleKeyDown, true);
    window.addEventListener('pointerdown', handlePointerDown, true);
    return () => {
      window.removeEventListener('keydown', handleKeyDown, true);
      window.removeEventListener('pointerdown', handlePointerDown, true);
    };
  }, [onThree]);
}

/** A link, so that it also takes people away before the scripts have loaded. */
export function LeaveButton() {
  useThreeShifts(leavePage);
  return (
    // biome-ignore lint/a11y/useSemanticElements: without scripts only a link leaves
    <a
      className={styles.leave}
      href={LEAVE_TO}
      role="button"
      rel="noreferrer nofollow"
      title={nlLeave.hint}
      onClick={(event) => {
        event.preventDefault();
        leavePage();
      }}
      onKeyDown={(event) => {
        if (event.key === ' ') {
          event.preventDefault();
          leavePage();
        }
      }}
    >
      {nlLeave.button}
    </a>
  );
}
