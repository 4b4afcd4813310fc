import { findTemplateVersion, readTemplate } from '@/lib/db/templates';
import type { Template } from '@/lib/domain/template/template';

/** The template of a workshop, by the reference in its state; null when there is none. */
export async function readTemplatePage({ slug, version }: { slug: string; version: number }): Promise<Template | null> {
  const found = await findTemplateVersion(slug, version);
  return found && readTemplate(found.id);
}
