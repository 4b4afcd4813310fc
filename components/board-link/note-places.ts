import type { NotePlace } from '@/lib/collab/note-commands';
import { placeOn } from '@/lib/collab/note-place';
import type { PictureIndex } from '@/lib/domain/layout/picture-index';
import type { Template } from '@/lib/domain/template/template';
import { nlCanvas } from '@/lib/messages/nl-canvas';

/** What is drawn as a ball, and what a group added, is placed by the first element it concerns. */
export type Concerns = (elementId: string) => readonly string[];

/** The picture of one template, made when somebody first puts a note on it; the list shows without. */
export class NotePlaces {
  #index: Promise<PictureIndex | null> | null = null;

  constructor(
    private readonly template: Template | null,
    private readonly layoutVersion: number,
  ) {}

  /** Where a note of `elementId` goes on the board, `there` notes being there. */
  async placeFor(elementId: string, there: number, concerns: Concerns): Promise<NotePlace> {
    this.#index ??= this.#load();
    const index = await this.#index;
    const drawn = index?.rectOf(elementId) ? elementId : (concerns(elementId)[0] ?? elementId);
    return placeOn(index, drawn, there);
  }

  /** Null when it cannot be had: the note then lies in the corner of its element. */
  async #load(): Promise<PictureIndex | null> {
    if (!this.template) return null;
    try {
      const [{ layoutTemplate }, { indexPicture }] = await Promise.all([
        import('@/lib/domain/layout/layout-template'),
        import('@/lib/domain/layout/picture-index'),
      ]);
      return indexPicture(layoutTemplate(this.template, this.layoutVersion, nlCanvas.key));
    } catch {
      return null;
    }
  }
}
