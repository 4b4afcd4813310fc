/** An invented document that a reader can take apart; nothing in it is from a real one. */
export function inventedSource({ title = 'Verzonnen bron', chapters = 2, passages = 3 } = {}): string {
  const chapter = (number: number) => [
    `## ${number}. Verzonnen hoofdstuk ${number}`,
    '',
    ...Array.from(
      { length: passages },
      (_, at) => `Verzonnen alinea ${at + 1} van hoofdstuk ${number}, over niets in het bijzonder.\n`,
    ),
    `### ${number}.1 Verzonnen paragraaf`,
    '',
    `Nog een verzonnen alinea, nu van paragraaf ${number}.1, die ook nergens over gaat.`,
    '',
  ];
  return [`# ${title}`, '', ...Array.from({ length: chapters }, (_, at) => chapter(at + 1)).flat()].join('\n');
}
