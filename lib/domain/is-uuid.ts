/** Lower case, as in our own addresses: what is kept per id in memory is kept under this text. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An address may hold anything; the database only takes ids. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
