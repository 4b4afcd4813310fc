import type { ReactNode } from 'react';

/** Line icons on a grid of 24; decorative, the button beside it carries the name. */
const PATHS = {
  select: <path d="M6 3.5 18.5 12l-5.6 1.2 3.2 6-2.6 1.3-3.1-6.1L6 18.6Z" />,
  hand: (
    <path d="M8 12V6.2a1.4 1.4 0 0 1 2.8 0V11m0-5.8a1.4 1.4 0 0 1 2.8 0V11m0-4.6a1.4 1.4 0 0 1 2.8 0V12m0-3.4a1.4 1.4 0 0 1 2.8 0V15c0 3.6-2.4 6-5.8 6-2.8 0-4.4-1.2-5.7-3.4L4.6 14c-.9-1.5 1-2.8 2.2-1.6L8 13.6" />
  ),
  note: <path d="M5 4.5h14V14l-5.5 5.5H5Zm8.5 15V14H19" />,
  text: <path d="M5 7.5v-2h14v2M12 5.5v13M9 18.5h6" />,
  draw: <path d="m4.5 19.5 1-4.2L16.3 4.5a1.9 1.9 0 0 1 2.7 0l.5.5a1.9 1.9 0 0 1 0 2.7L8.7 18.5Zm9.7-13 3.3 3.3" />,
  arrow: <path d="M5 19 18.5 5.5M9.5 5.5h9v9" />,
  eraser: (
    <path d="m8.5 19.5-4-4a1.6 1.6 0 0 1 0-2.3l8.7-8.7a1.6 1.6 0 0 1 2.3 0l4 4a1.6 1.6 0 0 1 0 2.3l-8.7 8.7Zm0 0h11M9 8.7l6.3 6.3" />
  ),
  undo: <path d="M8.5 5 4 9.5 8.5 14M4.5 9.5h9.7a5 5 0 0 1 0 10H9" />,
  redo: <path d="m15.5 5 4.5 4.5-4.5 4.5m4-4.5H9.8a5 5 0 0 0 0 10H15" />,
  remove: <path d="M5 7h14M10 7V4.5h4V7m-7.5 0 .8 12.5h9.4L17.5 7M10.3 10.5v5.5m3.4-5.5v5.5" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  whole: <path d="M4.5 9V4.5H9m6 0h4.5V9m0 6v4.5H15m-6 0H4.5V15" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      focusable="false"
    >
      {PATHS[name]}
    </svg>
  );
}
