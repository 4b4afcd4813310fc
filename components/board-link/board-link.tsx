'use client';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { WorkshopState } from '@/lib/api/contracts';
import type { OwnPointView } from '@/lib/api/map-contracts';
import type { Template } from '@/lib/domain/template/template';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { loadTemplate } from './load-template';
import { type NoteActions, noteActions } from './note-actions';
import { NotePlaces } from './note-places';
import { type LinkView, SharedBoard } from './shared-board';

/** What board, list and cards of one page share. All but `names` stays the same while the page is there. */
export type BoardLinkShared = {
  link: SharedBoard;
  actions: NoteActions;
  state: WorkshopState;
  template: Template | null;
  ownPoints: readonly OwnPointView[];
  canWrite: boolean;
  nameOf: (author: string) => string;
};

const Context = createContext<BoardLinkShared | null>(null);
/** The link alone: it stays the same while people come and go. */
const LinkContext = createContext<SharedBoard | null>(null);
const NO_OWN_POINTS: readonly OwnPointView[] = [];

/** Author keys are 'p:<id>' and 'u:<id>'. */
function namesOf({ people, me }: WorkshopState): ReadonlyMap<string, string> {
  const names = people.flatMap(({ id, name }) => [[`p:${id}`, name] as const, [`u:${id}`, name] as const]);
  return new Map([...names, [me.key, me.name]]);
}

type Props = {
  state: WorkshopState;
  /** null while it is fetched, and where nobody needs it */
  template: Template | null;
  ownPoints?: readonly OwnPointView[];
  children: ReactNode;
};

const syncAddress = (): string =>
  `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/sync`;

/** One link to the board for everything below it; opened when something below needs it. */
export function BoardLinkProvider({ state, template, ownPoints = NO_OWN_POINTS, children }: Props) {
  const [link] = useState(() => new SharedBoard(state.boardId, syncAddress));
  const { slug, version } = state.template;
  const places = useMemo(
    () =>
      new NotePlaces(
        () => (template ? Promise.resolve(template) : loadTemplate({ slug, version })),
        state.layoutVersion,
      ),
    [template, slug, version, state.layoutVersion],
  );
  const now = useRef({ me: state.me.key, places, ownPoints });
  useLayoutEffect(() => {
    now.current = { me: state.me.key, places, ownPoints };
  });
  const [actions] = useState(() =>
    noteActions({
      link,
      me: () => now.current.me,
      places: () => now.current.places,
      concerns: (id) => now.current.ownPoints.find((point) => point.id === id)?.concerns ?? [],
    }),
  );
  useEffect(() => link.dispose, [link]);
  const shared = useMemo<BoardLinkShared>(() => {
    const names = namesOf(state);
    const canWrite = state.me.canWrite && state.closedAt === null;
    return {
      link,
      actions,
      state,
      template,
      ownPoints,
      canWrite,
      nameOf: (author) => names.get(author) ?? nlCanvas.someone,
    };
  }, [link, actions, state, template, ownPoints]);
  return (
    <LinkContext.Provider value={link}>
      <Context.Provider value={shared}>{children}</Context.Provider>
    </LinkContext.Provider>
  );
}

export function useBoardLink(): BoardLinkShared {
  const shared = useContext(Context);
  if (!shared) throw new Error('outside a board link');
  return shared;
}

/** For who follows the board itself, and nothing of the people on it. */
export function useSharedBoard(): SharedBoard {
  const link = useContext(LinkContext);
  if (!link) throw new Error('outside a board link');
  return link;
}

/** Connection, save state, document and history, as they are now; opens the board. */
export function useLinkView(): LinkView {
  const link = useSharedBoard();
  useEffect(() => void link.need(), [link]);
  return useSyncExternalStore(link.subscribe, link.getView, link.getView);
}
