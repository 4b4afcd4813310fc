'use client';
import { NotesOnElement } from '@/components/notes/notes-on-element';
import { nlMap } from '@/lib/messages/nl-map';
import { inWords } from '../element-names';
import { useMapData } from '../map-data';
import { CardSection } from './card-section';

/** Notes on the element of a card. */
export function CardNotes({ elementId }: { elementId: string }) {
  const { schema } = useMapData();
  const name = schema?.nameOf(elementId);
  if (!name) return null;
  return (
    <CardSection title={nlMap.card.notes}>
      <NotesOnElement elementId={elementId} name={inWords(name)} sayNone />
    </CardSection>
  );
}
