import type { TemplateSummary } from '@/lib/api/template-contracts';
import { type Template, TemplateSchema } from '@/lib/domain/template/template';
import { DEFAULT_TEMPLATE } from '@/lib/domain/workshop/example-workshop';
import { pgPool, prisma } from './client';
import { KeepLast } from './keep-last';

export type TemplateVersionRef = { id: string; slug: string; version: number };
export type StoredTemplate = TemplateVersionRef & { sha256: string; json: string };

const SLUG = /^[\w-]{1,80}$/;

/** Versions never change, so one reading lasts; people add versions of their own, of up to 4 MB each. */
const MAX_KEPT = 20;
const parsed = new KeepLast<Template>(MAX_KEPT);
const stored = new KeepLast<StoredTemplate>(MAX_KEPT);

/** The newest version of a template, or the asked one; null when there is none. */
export async function findTemplateVersion(slug: string, version?: number): Promise<TemplateVersionRef | null> {
  if (!SLUG.test(slug)) return null;
  return prisma().templateVersion.findFirst({
    where: { slug, ...(version === undefined ? {} : { version }) },
    orderBy: { version: 'desc' },
    select: { id: true, slug: true, version: true },
  });
}

/** As it is served: JSON text with its hash. */
export async function readStoredTemplate({ id, slug, version }: TemplateVersionRef): Promise<StoredTemplate> {
  const known = stored.get(id);
  if (known) return known;
  const row = await prisma().templateVersion.findUniqueOrThrow({ where: { id } });
  const found = {
    id,
    slug,
    version,
    sha256: Buffer.from(row.sha256).toString('hex'),
    json: JSON.stringify(row.content),
  };
  stored.set(id, found);
  return found;
}

/** As the rules use it. */
export async function readTemplate(id: string): Promise<Template> {
  const known = parsed.get(id);
  if (known) return known;
  const { content } = await prisma().templateVersion.findUniqueOrThrow({ where: { id }, select: { content: true } });
  const template = TemplateSchema.parse(content);
  parsed.set(id, template);
  return template;
}

// The contents are large; only what a list shows leaves the database.
const SUMMARIES = `
  SELECT slug, version, version = max(version) OVER (PARTITION BY slug) AS newest, content ->> 'title' AS title,
    content ->> 'source' AS source, created_at AS "createdAt", jsonb_array_length(content -> 'layers') AS layers,
    jsonb_array_length(content -> 'points') AS points
  FROM template_versions ORDER BY slug = $1 DESC, title, slug, version DESC`;

/** Every version of every template, the one of Knooppunt itself first. */
export async function listTemplates(): Promise<TemplateSummary[]> {
  type Row = Omit<TemplateSummary, 'createdAt' | 'own'> & { createdAt: Date };
  const { rows } = await pgPool().query<Row>(SUMMARIES, [DEFAULT_TEMPLATE]);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), own: row.slug === DEFAULT_TEMPLATE }));
}
