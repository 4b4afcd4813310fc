/** The advisory lock that every running server holds, shared; who takes it alone knows that no server runs. */
export const SERVER_LOCK = 5_466_770_001;
