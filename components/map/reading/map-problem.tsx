'use client';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapData } from '../map-data';

/** Says that what the group laid over the schema could not be fetched; it is tried again by itself too. */
export function MapProblem() {
  const { group } = useMapData();
  if (!group.problem) return null;
  return (
    <Alert kind="error" live title={nlMap.problem}>
      <p>{group.problem}</p>
      <Button onClick={group.refresh}>{nlMap.retry}</Button>
    </Alert>
  );
}
