import { nlSources } from '@/lib/messages/nl-sources';
import styles from './sources.module.css';
import type { Progress } from './use-upload';

/** How far an upload is; said in words only when it turns to something else. */
export function UploadProgress({ progress, working }: { progress: Progress; working: string }) {
  const percent = Math.floor((progress ?? 0) * 100);
  const sent = progress !== null && progress >= 1;
  return (
    <div role="status" className={styles.progress}>
      {progress !== null && (
        <>
          <progress max={100} value={sent ? undefined : percent} aria-hidden="true" />
          <p>{sent ? working : nlSources.uploading(Math.floor(percent / 25) * 25)}</p>
        </>
      )}
    </div>
  );
}
