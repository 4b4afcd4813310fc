import { nlNoAnswer } from '@/lib/messages/nl-no-answer';
import { type ApiAnswer, readAnswer } from './call-api';

/** Long enough for 20 MB over a slow line and ten seconds of reading. */
const PATIENCE_MS = 90_000;
/** Answers that have no body may not be given one. */
const WITHOUT_BODY = [0, 204, 304];

/**
 * Sends the bytes of a file by POST; `onProgress` gets the part that has left, 0 to 1. Never rejects. By
 * XMLHttpRequest, because fetch does not tell how far an upload is.
 */
export function sendFile<Value>(
  path: string,
  file: Blob,
  onProgress: (part: number) => void,
): Promise<ApiAnswer<Value>> {
  const offline = { ok: false, status: 0, code: 'offline', message: nlNoAnswer.offline } as const;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.timeout = PATIENCE_MS;
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      const { status, responseText } = request;
      if (WITHOUT_BODY.includes(status)) resolve(offline);
      else resolve(readAnswer<Value>(new Response(responseText, { status })));
    };
    request.onerror = () => resolve(offline);
    request.ontimeout = () => resolve(offline);
    request.send(file);
  });
}
