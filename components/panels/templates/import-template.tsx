'use client';
import { useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { FileDrop } from '@/components/ui/file-drop';
import { evidencePaths, MAX_TEMPLATE_BYTES } from '@/lib/api/evidence-contracts';
import { storeTemplatePath, type TemplatePreview } from '@/lib/api/template-contracts';
import { nlErrors } from '@/lib/messages/nl-errors';
import { nlTemplates } from '@/lib/messages/nl-templates';
import { UploadProgress } from '../sources/upload-progress';
import { useUpload } from '../sources/use-upload';
import { TemplateMistakes } from './template-mistakes';
import { TemplatePreviewCard } from './template-preview-card';

type Looked = { file: File; preview: TemplatePreview };

/** Choose, look at what is in it or what is wrong, take up. */
export function ImportTemplate({ onImported }: { onImported: () => void }) {
  const { progress, problem, setProblem, send } = useUpload();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const look = async (file: File) => {
    setLooked(null);
    setDone(null);
    if (file.size > MAX_TEMPLATE_BYTES) return setProblem(nlErrors['template-too-large']);
    const answer = await send<TemplatePreview>(evidencePaths.previewTemplate, file);
    if (answer.ok) setLooked({ file, preview: answer.value });
    // What was shown has gone; the sentence stands up here.
    else place.current?.focus();
  };
  const take = async (file: File, preview: TemplatePreview & { ok: true }) => {
    const answer = await send<{ version: number }>(storeTemplatePath(preview.sha256), file);
    if (!answer.ok) return;
    setLooked(null);
    setDone(nlTemplates.stored(preview.title, preview.version));
    onImported();
    place.current?.focus();
  };
  const discard = () => {
    setLooked(null);
    place.current?.focus();
  };
  const preview = looked?.preview;
  return (
    <>
      <div ref={place} tabIndex={-1}>
        <Card id="opnemen" title={nlTemplates.addTitle}>
          <p>{nlTemplates.addText}</p>
          <FileDrop
            button={nlTemplates.choose}
            hint={nlTemplates.formats}
            dropHint={nlTemplates.drop}
            accept=".json,application/json"
            busy={progress !== null}
            onFile={(file) => void look(file)}
          />
          <UploadProgress progress={progress} working={looked ? nlTemplates.storing : nlTemplates.reading} />
          {problem && (
            <Alert kind="error" live>
              <p>{problem}</p>
            </Alert>
          )}
          {done && (
            <Alert kind="ok" live>
              <p>{done}</p>
            </Alert>
          )}
        </Card>
      </div>
      {preview?.ok === false && <TemplateMistakes preview={preview} />}
      {looked && preview?.ok && (
        <TemplatePreviewCard
          key={preview.sha256}
          preview={preview}
          busy={progress !== null}
          onTake={() => void take(looked.file, preview)}
          onDiscard={discard}
        />
      )}
    </>
  );
}
