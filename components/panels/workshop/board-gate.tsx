'use client';
import { Component, lazy, type ReactNode, Suspense } from 'react';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import type { Template } from '@/lib/domain/template/template';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import { LIST_QUERY } from './list-query';
import styles from './workshop-shell.module.css';

/** Its own chunk: a phone that reads the list never loads the canvas. */
const WorkshopBoard = lazy(() =>
  import('@/components/canvas/workshop-board').then((file) => ({ default: file.WorkshopBoard })),
);

function Loading() {
  return (
    <p className={styles.loading} role="status">
      {nlWorkshop.boardLoading}
    </p>
  );
}

function Failed({ workshopId }: { workshopId: string }) {
  return (
    <div className={styles.failed}>
      <Alert kind="error" live>
        <p>{nlWorkshop.boardFailed}</p>
      </Alert>
      <ButtonLink href={paths.list(workshopId)}>{nlWorkshop.asList}</ButtonLink>
    </div>
  );
}

class BoardErrors extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

/** The board, once this window is wide enough for it or somebody asked for it. */
export function BoardGate({
  state,
  template,
  always,
  licenseKey,
  nonce,
}: {
  state: WorkshopState;
  template: Template | 'failed' | null;
  always: boolean;
  licenseKey: string | undefined;
  nonce: string | undefined;
}) {
  const isList = useMediaQuery(LIST_QUERY);
  const wanted = always ? isList !== null : isList === false;
  if (template === 'failed') return <Failed workshopId={state.id} />;
  if (!wanted || !template) return <Loading />;
  return (
    <BoardErrors fallback={<Failed workshopId={state.id} />}>
      <Suspense fallback={<Loading />}>
        <WorkshopBoard state={state} template={template} licenseKey={licenseKey} nonce={nonce} />
      </Suspense>
    </BoardErrors>
  );
}
