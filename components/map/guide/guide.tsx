'use client';
import { useState } from 'react';
import { onDemand } from '@/components/on-demand/on-demand';
import { LIST_QUERY } from '@/components/panels/workshop/list-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapView } from '../map-view';

const GuideWindow = onDemand(() => import('./guide-window').then((file) => file.GuideWindow));

/** The reading guide and the legend, one press away; and the tour again for who asks. */
export function GuideButton({ onTour }: { onTour: () => void }) {
  const [open, setOpen] = useState(false);
  const { look } = useMapView();
  const isListWidth = useMediaQuery(LIST_QUERY);
  const isList = look === 'list' || (look === 'auto' && isListWidth !== false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{nlMap.guide.open}</Button>
      <Dialog open={open} title={nlMap.guide.title} wide onClose={close}>
        <GuideWindow isList={isList} onClose={close} onTour={onTour} />
      </Dialog>
    </>
  );
}
