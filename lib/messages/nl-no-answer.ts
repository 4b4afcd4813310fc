/** What a browser says by itself, when the server or a part of the page cannot be reached. Apart: every page carries it. */
export const nlNoAnswer = {
  offline: 'Er is geen verbinding. Controleer het internet en probeer het opnieuw.',
  garbled: 'Het antwoord van de server was niet te lezen. Probeer het opnieuw.',
  partLoading: 'Even geduld…',
  partFailed: 'Dit onderdeel kon niet worden geladen. Controleer het internet en probeer het opnieuw.',
  partAgain: 'Probeer opnieuw',
};
