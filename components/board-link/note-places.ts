import type { NotePlace } from '@/lib/collab/note-commands';
import { placeOn } from '@/lib/collab/note-place';
import type { PictureIndex } from '@/lib/domain/layout/picture-index';
import type { Template } from '@/lib/domain/template/template';
import { nlCanvas } from '@/lib/messages/nl-canvas';

type Known = { template: Template; index: PictureIndex };

/** Where notes go on the board, for who sees no board: the picture is made when the first note is put on an element. */
export class NotePlaces {
  #known: Promise<Known | null> | null = null;

  constructor(
    private readonly template: () => Promise<Template | null>,
    private readonly layoutVersion: number,
  ) {}

  /** `there` notes are there; `concerns` is what an own point of the group concerns, which the template does not know. */
  async placeFor(elementId: string, there: number, concerns: readonly string[]): Promise<NotePlace> {
    this.#known ??= this.#load();
    const known = await this.#known;
    if (!known) this.#known = null;
    // What is drawn as a ball lies where the first element is that it concerns.
    const drawn = known?.index.rectOf(elementId)
      ? elementId
      : (known?.template.interventionPoints.find(({ id }) => id === elementId)?.concerns ?? concerns)[0];
    return placeOn(known?.index ?? null, drawn ?? elementId, there);
  }

  /** Null when it cannot be had: the note then lies in the corner of its element. */
  async #load(): Promise<Known | null> {
    try {
      const [template, { layoutTemplate }, { indexPicture }] = await Promise.all([
        this.template(),
        import('@/lib/domain/layout/layout-template'),
        import('@/lib/domain/layout/picture-index'),
      ]);
      return template && { template, index: indexPicture(layoutTemplate(template, this.layoutVersion, nlCanvas.key)) };
    } catch {
      return null;
    }
  }
}
