const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An address may hold anything; the database only takes ids. Ours are lower case: one thing has one address. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
