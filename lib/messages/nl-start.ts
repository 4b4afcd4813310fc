/** What the server itself says at its start; the steps before it have their sentences in server/start/nl.mjs. */
export const nlStart = {
  steps: {
    migrations: 'Tabellen bijwerken',
    template: 'Schema inlezen',
    pages: 'Pagina’s openen',
  },
  migrationRefused: {
    changed: (name: string) => `De migratie ${name} is veranderd nadat zij is toegepast; er is niets gewijzigd.`,
    unknown: (name: string) => `De database is van een nieuwere versie (migratie ${name}); er is niets gewijzigd.`,
    unfinished: (name: string) => `De migratie ${name} is eerder niet afgerond; er is niets gewijzigd.`,
  },
} as const;
