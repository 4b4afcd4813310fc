'use client';
import { useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { FileDrop } from '@/components/ui/file-drop';
import {
  evidencePaths,
  type ImportedSource,
  MAX_SOURCE_BYTES,
  type SourcePreview as Preview,
} from '@/lib/api/evidence-contracts';
import { nlErrors } from '@/lib/messages/nl-errors';
import { nlSources } from '@/lib/messages/nl-sources';
import { SourcePreview } from './source-preview';
import { UploadProgress } from './upload-progress';
import { useUpload } from './use-upload';

type Looked = { file: File; preview: Preview };

/** Choose, look, take up. */
export function ImportSource({ onImported }: { onImported: (source: ImportedSource) => void }) {
  const { progress, problem, setProblem, send } = useUpload();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const look = async (file: File) => {
    setLooked(null);
    setDone(null);
    if (file.size > MAX_SOURCE_BYTES) return setProblem(nlErrors['document-too-large']);
    const answer = await send<Preview>(evidencePaths.previewSource(file.name), file);
    if (answer.ok) setLooked({ file, preview: answer.value });
    // What was shown has gone; the sentence stands up here.
    else place.current?.focus();
  };
  const take = async ({ file, preview }: Looked) => {
    const answer = await send<ImportedSource>(evidencePaths.storeSource(file.name, preview.sha256), file);
    if (!answer.ok) return;
    setLooked(null);
    setDone(nlSources.taken(answer.value.title, answer.value.version));
    onImported(answer.value);
    place.current?.focus();
  };
  const discard = () => {
    setLooked(null);
    place.current?.focus();
  };
  return (
    <>
      <div ref={place} tabIndex={-1}>
        <Card id="opnemen" title={nlSources.addTitle}>
          <p>{nlSources.addText}</p>
          <FileDrop
            button={nlSources.choose}
            hint={nlSources.formats}
            dropHint={nlSources.drop}
            accept=".txt,.md,.markdown,.docx,.pdf,text/plain"
            busy={progress !== null}
            onFile={(file) => void look(file)}
          />
          <UploadProgress progress={progress} working={looked ? nlSources.storing : nlSources.reading} />
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
      {looked && (
        <SourcePreview
          key={looked.preview.sha256}
          preview={looked.preview}
          fileName={looked.file.name}
          busy={progress !== null}
          onTake={() => void take(looked)}
          onDiscard={discard}
        />
      )}
    </>
  );
}
