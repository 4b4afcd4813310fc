'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the scripts of this page run. Until then a press would do nothing, or send a form the old way. */
export function useReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
