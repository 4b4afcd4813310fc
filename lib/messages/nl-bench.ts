/** What `npm run bench:prepare` says. */
export const nlBench = {
  wrongNumber: (name: string, most: number) =>
    `De omgevingsvariabele ${name} klopt niet: vul een heel getal in van 1 tot en met ${most}.`,
  notRunning: (port: number) =>
    `Op poort ${port} draait Knooppunt niet: start het met npm start en probeer het opnieuw.`,
  noTemplate: 'Er is nog geen schema in de database: start Knooppunt een keer en probeer het opnieuw.',
  refused: 'De server laat een gemaakte deelnemer niet toe: geef dezelfde omgevingsvariabelen mee als bij npm start.',
  made: (boards: number, people: number, seconds: string) =>
    `Gemaakt in ${seconds} s: ${boards} borden (met workshop) en ${people} deelnemers die op elk bord mogen.`,
} as const;
