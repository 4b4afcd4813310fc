/** The HTML that mammoth writes (well-formed, no attributes that matter) as lines of text. */
const TOKEN = /<(\/?)([a-z][a-z0-9]*)[^>]*>|([^<]+)/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const HEADING = /^h([1-6])$/;
const INDENT = '  ';

const plain = (text: string) => text.replaceAll(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

class Lines {
  readonly #lines: string[] = [];
  #text = '';
  #prefix = '';
  #lists = 0;

  /** Ends the line that is being written; `apart` leaves an empty line after it. */
  #end(apart: boolean): void {
    const text = this.#text.replaceAll(/[ \t\n]+/g, ' ').trim();
    this.#text = '';
    if (text === '') return;
    this.#lines.push(this.#prefix + text);
    this.#prefix = '';
    if (apart && this.#lists === 0) this.#lines.push('');
  }

  open(name: string): void {
    const level = HEADING.exec(name)?.[1];
    if (level || name === 'p' || name === 'tr' || name === 'table') this.#end(true);
    if (level) this.#prefix = `${'#'.repeat(Number(level))} `;
    if (name === 'ul' || name === 'ol') {
      this.#end(false);
      this.#lists += 1;
    }
    if (name === 'li') {
      this.#end(false);
      this.#prefix = `${INDENT.repeat(Math.max(0, this.#lists - 1))}- `;
    }
    if (name === 'em') this.#text += '*';
    if (name === 'br') this.#end(false);
  }

  close(name: string): void {
    if (name === 'em') this.#text = this.#text.endsWith('*') ? this.#text.slice(0, -1) : `${this.#text}*`;
    if (name === 'td' || name === 'th') this.#text += ' ';
    if (name === 'p' || name === 'tr' || HEADING.test(name)) this.#end(true);
    if (name === 'li') this.#end(false);
    if (name === 'ul' || name === 'ol') {
      this.#end(false);
      this.#lists -= 1;
      if (this.#lists === 0) this.#lines.push('');
    }
  }

  add(text: string): void {
    this.#text += plain(text);
  }

  text(): string {
    this.#end(false);
    return this.#lines.join('\n');
  }
}

/** [IM4] Headings as `#`, list items as `- ` two spaces in per level, italics between asterisks. */
export function htmlToLines(html: string): string {
  const lines = new Lines();
  for (const [, closing, name, text] of html.matchAll(TOKEN)) {
    if (text !== undefined) lines.add(text);
    else if (name && closing) lines.close(name);
    else if (name) lines.open(name);
  }
  return lines.text();
}
