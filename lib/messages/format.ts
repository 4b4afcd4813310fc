/** Dates as people in the Netherlands write them, on the clock of the Netherlands. Put together here, because
 * server and browser may bring different versions of the same words and the page would then not match. */
const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];
const PARTS = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Amsterdam',
});

function partsOf(iso: string): Record<string, string> {
  return Object.fromEntries(PARTS.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
}

/** '21 november 2026' from an ISO moment. */
export function formatDate(iso: string): string {
  const { day, month, year } = partsOf(iso);
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** '21 november 2026 om 14:05 uur' from an ISO moment. */
export function formatMoment(iso: string): string {
  const { hour, minute } = partsOf(iso);
  return `${formatDate(iso)} om ${hour}:${minute} uur`;
}
