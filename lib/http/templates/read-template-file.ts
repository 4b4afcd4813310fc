import { createHash } from 'node:crypto';
import { MAX_TEMPLATE_BYTES } from '@/lib/api/evidence-contracts';
import type { TemplateMistake } from '@/lib/api/template-contracts';
import { ok, type Result, refuse } from '@/lib/domain/result';
import { checkTemplate } from '@/lib/domain/template/check-template';
import type { Template } from '@/lib/domain/template/template';
import { readUpload } from '../read-upload';
import { locateMistakes, locateSyntaxError } from './locate-mistakes';

type TemplateFile = { sha256: string } & (
  | { ok: true; template: Template }
  | { ok: false; mistakes: TemplateMistake[] }
);

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** An uploaded template file: the template, or every mistake in it. */
export async function readTemplateFile(
  request: Request,
): Promise<Result<TemplateFile, 'template-too-large' | 'template-not-text' | 'document-empty'>> {
  const bytes = await readUpload(request, MAX_TEMPLATE_BYTES, 'template-too-large');
  if (!bytes.ok) return bytes;
  const text = decode(bytes.value);
  if (text === null) return refuse('template-not-text');
  if (text.trim() === '') return refuse('document-empty');
  const sha256 = createHash('sha256').update(bytes.value).digest('hex');
  const json = parse(text);
  if (!json) return ok({ sha256, ok: false, mistakes: [locateSyntaxError(text)] });
  const check = checkTemplate(json.value);
  return ok(
    check.ok
      ? { sha256, ok: true, template: check.template }
      : { sha256, ok: false, mistakes: locateMistakes(text, check.problems) },
  );
}
