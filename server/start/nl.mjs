/**
 * Every sentence the start prints. Here and not in lib/messages, because the start runs before TypeScript can.
 */

/** @param {string} name @param {string} why */
export const wrongVariable = (name, why) => `De omgevingsvariabele ${name} klopt niet: ${why}.`;

export const why = {
  port: (/** @type {string} */ value) => `'${value}' is geen poort van 1 tot en met 65535`,
  publicUrl: (/** @type {string} */ value) => `'${value}' is geen adres zoals https://werkbord.voorbeeld.nl`,
  databaseUrl: 'het adres moet beginnen met postgresql:// en een computer noemen',
  host: (/** @type {string} */ value) => `'${value}' is geen adres van deze computer`,
  secret: 'het geheim moet 32 tekens of langer zijn',
  logLevel: (/** @type {string} */ value) => `'${value}' is niet fatal, error, warn, info, debug, trace of silent`,
  dist: (/** @type {string} */ value) => `'${value}' moet met .next beginnen en mag geen map verlaten`,
  dataUnreachable: (/** @type {string} */ user) =>
    `de gebruiker '${user}', die de database draait, mag niet in die map`,
  dataUnwritable: 'in die map kan niet worden geschreven',
};

export const sentence = {
  portTaken: (/** @type {number} */ port) =>
    `Poort ${port} is bezet: stop het andere programma of kies met PORT een andere poort.`,
  portForbidden: (/** @type {number} */ port) =>
    `Poort ${port} mag u niet gebruiken: kies met PORT een poort vanaf 1024.`,
  alreadyRunning: (/** @type {number} */ pid, /** @type {string} */ data) =>
    `Knooppunt draait al met de gegevens in ${data} (proces ${pid}).`,
  noSpace: (/** @type {string} */ folder) => `De schijf is vol: maak ruimte vrij voor ${folder} en start opnieuw.`,
  littleSpace: (/** @type {number} */ needed, /** @type {number} */ free, /** @type {string} */ folder) =>
    `Er is te weinig schijfruimte voor ${folder}: nodig is ${needed} MB, vrij is ${free} MB.`,
  noWrite: (/** @type {string} */ folder) => `In de map ${folder} kan niet worden geschreven.`,
  otherOwner: (/** @type {string} */ folder) =>
    `De database in ${folder} is van een andere gebruiker: start als die gebruiker.`,
  platform: (/** @type {string} */ platform) =>
    `Voor ${platform} is er geen ingebouwde database: zet DATABASE_URL op een eigen PostgreSQL.`,
  clusterVersion: (/** @type {string} */ found, /** @type {string} */ wanted) =>
    `De gegevens zijn van PostgreSQL ${found}, het programma van ${wanted}: zet eerst een reservekopie terug.`,
  passwordLost: (/** @type {string} */ file) =>
    `Het bestand ${file} ontbreekt, zonder dat bestand gaat de database niet open.`,
  clusterFailed: (/** @type {string} */ log) => `De ingebouwde database start niet; de reden staat in ${log}.`,
  databaseDied: 'De ingebouwde database is onverwacht gestopt en start opnieuw.',
  databaseRefuses: (/** @type {string} */ reason) => `De database uit DATABASE_URL weigert de verbinding: ${reason}.`,
  stepFailed: (/** @type {string} */ step, /** @type {string} */ log) =>
    `${step} is mislukt; de reden staat in ${log}.`,
  noNpm: 'Het programma npm is niet gevonden: installeer Node met npm.',
  unknown: (/** @type {string} */ reason) => `Het starten is mislukt: ${reason}`,
  serverDied: (/** @type {string} */ reason) => `De server is onverwacht gestopt: ${reason}`,
  lockedAway: (/** @type {string} */ user, /** @type {string} */ data) =>
    `De gegevens staan in ${data}, maar de gebruiker '${user}' mag daar niet meer in.`,
  movedData: (/** @type {string} */ user, /** @type {string} */ data) =>
    `De gebruiker '${user}' mag niet in deze map; de gegevens en de database staan in ${data}.`,
  stopping: 'Knooppunt stopt en bewaart alles …',
  stopped: 'Knooppunt is gestopt; alles is bewaard.',
  prepared: 'Alles staat klaar.',
};

/** Why a database says no, by the code of node or PostgreSQL. @type {Record<string, string>} */
export const databaseReasons = {
  ECONNREFUSED: 'er luistert niets op dat adres',
  ENOTFOUND: 'die computer is niet te vinden',
  EAI_AGAIN: 'die computer is niet te vinden',
  ETIMEDOUT: 'er komt geen antwoord',
  EHOSTUNREACH: 'die computer is niet bereikbaar',
  '28P01': 'de naam of het wachtwoord klopt niet',
  28000: 'deze gebruiker mag niet verbinden',
  '3D000': 'die database bestaat niet',
  53300: 'er zijn te veel verbindingen',
  '57P03': 'de database start nog of stopt net',
};

export const steps = {
  dependencies: 'Pakketten installeren',
  prisma: 'Databaseclient maken',
  database: 'Database starten',
  createDatabase: 'Database aanmaken',
  copyBinaries: 'Database kopiëren',
  next: 'Pagina’s bouwen',
  server: 'Server bouwen',
  backup: 'Reservekopie maken',
  restore: 'Reservekopie terugzetten',
  stopDatabase: 'Database stoppen',
};

export const progress = {
  running: (/** @type {string} */ step, /** @type {number} */ seconds) => `${step} … ${seconds} s`,
  done: (/** @type {string} */ step, /** @type {number} */ seconds) => `${step}: klaar in ${seconds} s`,
};

export const announced = {
  running: (/** @type {string} */ address) => `Knooppunt draait op ${address}`,
  lan: (/** @type {string} */ address) => `Op hetzelfde netwerk, ook voor telefoons: ${address}`,
  signIn: 'Log in als begeleider met deze link (één keer te gebruiken, 15 minuten geldig):',
  noNetwork: 'Let op: er is geen netwerk gevonden; links en QR-codes werken nu alleen op deze computer.',
  onlyLoopback: 'Let op: HOST laat alleen deze computer toe; links en QR-codes werken nergens anders.',
  production: 'Voor echt gebruik: zet PUBLIC_URL en gebruik https via docker-compose.yml (zie README.md).',
  stopping: 'Stoppen: Ctrl-C. Alles blijft bewaard.',
};

export const copies = {
  written: (/** @type {string} */ file, /** @type {number} */ rows) =>
    `De reservekopie staat in ${file} (${rows} rijen).`,
  secretInside: 'Het geheim van deze installatie zit erin: bewaar het bestand veilig, en op een andere schijf.',
  howToRestore: (/** @type {string} */ file) => `Terugzetten: stop Knooppunt en geef  npm run restore -- ${file}`,
  usage: 'Noem het bestand:  npm run restore -- <bestand> [--replace]',
  exists: (/** @type {string} */ file) => `Het bestand ${file} bestaat al; kies een andere naam.`,
  missing: (/** @type {string} */ file) => `Het bestand ${file} is niet te lezen.`,
  damaged: 'Dit bestand is geen hele reservekopie van Knooppunt; er is niets veranderd.',
  notEmpty: 'In deze installatie staan al werksessies; met --replace vervangt de reservekopie alles.',
  inUse: 'Knooppunt draait nog op deze database: stop het eerst.',
  otherVersion: 'Deze reservekopie is van een andere versie van Knooppunt; er is niets veranderd.',
  restored: (/** @type {number} */ rows) => `De reservekopie is teruggezet (${rows} rijen).`,
  keptCurrent: (/** @type {string} */ file) => `Wat er stond, is bewaard in ${file}.`,
  otherSecret: (/** @type {string} */ file) =>
    `De links van de reservekopie horen bij het geheim in ${file}: zet KNOOPPUNT_SECRET op die waarde.`,
};
