/**
 * When the list comes first. Up to 45em (720 px): a phone, a narrow window, 1280 or 1440 wide at 200 % zoom, and sooner for
 * who has larger letters. Up to 60em with a mouse on fine pixels: 1920 wide at 200 % zoom, which to a page looks like
 * a half window on a fine screen. workshop-shell.module.css says the same.
 */
export const LIST_QUERY = '(max-width: 45em), ((max-width: 60em) and (min-resolution: 1.9dppx) and (pointer: fine))';
