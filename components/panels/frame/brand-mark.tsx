/** Lines that come together in one knot. Decoration only. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round">
        <path d="M5 27C9 27 12 23 16 17" />
        <path d="M27 27c-4 0-7-4-11-10" />
        <path d="M16 27V17" />
        <path d="M16 17C16 11 10 10 8 5" />
        <path d="M16 17c0-6 6-7 8-12" />
      </g>
      <circle cx="16" cy="17" r="4.25" fill="currentColor" />
    </svg>
  );
}
