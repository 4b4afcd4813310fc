/** The process that opens what people upload ([IM6]): one file, one answer, and it ends. It has no environment and no database. */
import { parseSource } from '@/lib/domain/evidence/parse-source';
import { ok } from '@/lib/domain/result';
import { extractText } from './extract-text';
import type { ReadingAnswer, ReadingJob } from './reading-job';

async function read({ bytes, fileName, want }: ReadingJob): Promise<ReadingAnswer> {
  const text = await extractText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName);
  if (!text.ok || want === 'text') return text;
  const parsed = parseSource(text.value.text, fileName);
  return parsed.ok ? ok({ source: parsed.source, format: text.value.format }) : parsed;
}

process.once('message', (job: ReadingJob) => {
  void read(job).then((answer) => process.send?.(answer, undefined, undefined, () => process.disconnect()));
});
