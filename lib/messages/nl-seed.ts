/** For whoever starts an installation with other templates. */
export const nlSeed = {
  invalid: (file: string, problem: string) => `Het schema in prisma/templates/${file} klopt niet: ${problem}.`,
  changed: (slug: string, version: number) =>
    `Het schema ${slug} is veranderd, maar heeft nog versienummer ${version}. Geef het een hoger versienummer.`,
};
