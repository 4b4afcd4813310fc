'use client';
import { Component, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { callApi } from '@/lib/api/call-api';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import type { Template } from '@/lib/domain/template/template';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
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

function useTemplate({ slug, version }: WorkshopState['template'], wanted: boolean): Template | 'failed' | null {
  const [template, setTemplate] = useState<Template | 'failed' | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    void callApi<Template>('GET', `${paths.api.template(slug)}?version=${version}`).then((answer) => {
      if (current) setTemplate(answer.ok ? answer.value : 'failed');
    });
    return () => {
      current = false;
    };
  }, [slug, version, wanted]);
  return template;
}

/** The board, once this window is wide enough for it or somebody asked for it. */
export function BoardGate({
  state,
  always,
  licenseKey,
  nonce,
}: {
  state: WorkshopState;
  always: boolean;
  licenseKey: string | undefined;
  nonce: string | undefined;
}) {
  const wide = useMediaQuery('(min-width: 640px)');
  const wanted = always ? wide !== null : wide === true;
  const template = useTemplate(state.template, wanted);
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
