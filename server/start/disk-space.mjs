import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { sentence } from './nl.mjs';
import { StartRefusal } from './refusal.mjs';

const MB = 1024 * 1024;

/**
 * Refuses to begin on a disk that will be full before the end.
 * @param {string} folder need not exist yet
 * @param {number} neededMb
 */
export function refuseFullDisk(folder, neededMb) {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = statfsSync(there);
  const free = Math.floor((bavail * bsize) / MB);
  if (free < neededMb) throw new StartRefusal(sentence.littleSpace(neededMb, free, folder));
}
