/** Every refusal a person can meet, as one plain Dutch sentence. `{minutes}` is filled in by refusalSentence. */
import type { DocumentRefusal } from '@/lib/domain/documents/document-refusal';
import type { ParseRefusal } from '@/lib/domain/evidence/parse-refusal';
import type { LinkState } from '@/lib/domain/links/link-state';
import type { BoundRefusal } from '@/lib/domain/map/map-bounds';
import type { WriteRefusal } from '@/lib/domain/map/map-rights';
import type { NameRefusal } from '@/lib/domain/people/display-name';
import type { BallotRefusal } from '@/lib/domain/voting/check-ballot';
import type { DetailsRefusal } from '@/lib/domain/workshop/workshop-details';

/** What can be wrong with a request before its meaning is looked at. */
type RequestRefusal =
  | 'foreign-origin'
  | 'wrong-content-type'
  | 'body-too-large'
  | 'not-json'
  | 'wrong-body'
  | 'wrong-method'
  | 'wrong-address'
  | 'internal'
  | 'unavailable';
type AccessRefusal = 'signed-out' | 'forbidden' | 'not-facilitator' | 'sign-in-link-used' | 'too-many-screens';
type PeopleRefusal =
  | NameRefusal
  | 'unknown-perspective'
  | 'unknown-participant'
  | 'workshop-full'
  | 'already-facilitator'
  | 'facilitator-stays';
type LinkRefusal = `link-${Exclude<LinkState, 'open'>}` | 'link-unknown' | 'code-unknown' | 'too-many-codes';
type WorkshopRefusal =
  | DetailsRefusal
  | 'unknown-workshop'
  | 'unknown-template'
  | 'workshop-closed'
  | 'title-length'
  | 'purpose-length'
  | 'perspectives-length';
type EvidenceRefusal = 'unknown-element' | 'unknown-section';
type VotingRefusal =
  | BallotRefusal
  | 'wrong-rules'
  | 'cap-over-budget'
  | 'round-open'
  | 'round-closed'
  | 'round-not-closed'
  | 'unknown-round'
  | 'observer-cannot-vote'
  | 'facilitator-cannot-vote'
  | 'no-result';

type SearchRefusal = 'query-length' | 'too-many-searches';
/** What people lay over the schema. */
type MapRefusal =
  | WriteRefusal
  | BoundRefusal
  | 'not-yours'
  | 'unknown-passage'
  | `unknown-${'own-point' | 'fact' | 'pin' | 'loop' | 'view'}`
  | 'label-length'
  | 'explanation-length'
  | 'wrong-concerns'
  | 'map-text-characters'
  | 'fact-text-length'
  | 'fact-source-length'
  | 'fact-date-length'
  | 'fact-kind'
  | 'map-name-length'
  | 'wrong-loop'
  | 'wrong-stance'
  | 'stance-without-poles';

type ImportRefusal =
  | DocumentRefusal
  | ParseRefusal
  | 'import-busy'
  | 'import-changed'
  | 'import-name'
  | 'template-too-large'
  | 'template-not-text'
  | 'template-wrong'
  | 'template-taken'
  | 'template-reserved'
  | 'template-changed';

export type RefusalCode =
  | RequestRefusal
  | AccessRefusal
  | PeopleRefusal
  | LinkRefusal
  | WorkshopRefusal
  | EvidenceRefusal
  | VotingRefusal
  | MapRefusal
  | SearchRefusal
  | ImportRefusal;

export const nlErrors = {
  'foreign-origin': 'Dit verzoek kwam van een andere website. Open Knooppunt zelf en probeer het daar.',
  'wrong-content-type': 'Dit verzoek heeft een vorm die Knooppunt niet kent.',
  'body-too-large': 'Dit verzoek is te groot. Maak de tekst korter en probeer het opnieuw.',
  'not-json': 'Dit verzoek is niet te lezen. Laad de pagina opnieuw en probeer het nog eens.',
  'wrong-body': 'Dit verzoek is niet compleet of klopt niet. Laad de pagina opnieuw en probeer het nog eens.',
  'wrong-method': 'Dit verzoek kan hier niet. Laad de pagina opnieuw en probeer het nog eens.',
  'wrong-address': 'Dit adres klopt niet. Kijk of u de hele link heeft overgenomen.',
  internal: 'Er ging iets mis bij ons. Er is niets veranderd. Probeer het over een minuut opnieuw.',
  unavailable: 'Knooppunt kan nu niet bij zijn gegevens. Probeer het over een minuut opnieuw.',

  'signed-out': 'U bent niet aangemeld. Open de link of de code van de werksessie opnieuw.',
  forbidden: 'U heeft geen toegang tot deze werksessie. Vraag de begeleider om de link.',
  'not-facilitator': 'Alleen de begeleider van de werksessie kan dit doen.',
  'sign-in-link-used':
    'Deze inloglink werkt niet meer. Een link werkt één keer en 15 minuten lang. Start Knooppunt opnieuw voor een nieuwe.',
  'too-many-screens': 'Er staan op dit apparaat te veel schermen van deze werksessie open. Sluit er een paar.',

  'name-empty': 'Vul een naam of pseudoniem in.',
  'name-too-long': 'Deze naam is te lang. Kies een naam van hoogstens 40 tekens.',
  'name-characters': 'In deze naam staan tekens die niet zichtbaar zijn. Typ de naam opnieuw.',
  'unknown-perspective': 'Dit perspectief hoort niet bij deze werksessie. Kies er een uit de lijst.',
  'unknown-participant': 'Deze deelnemer zit niet in de werksessie.',
  'workshop-full': 'Deze werksessie is vol. Vraag de begeleider wat u kunt doen.',
  'already-facilitator': 'U begeleidt deze werksessie al. Open deze link in een andere browser om mee te kijken.',
  'facilitator-stays': 'De begeleider kan niet uit de eigen werksessie worden verwijderd.',

  'link-unknown': 'Deze link kennen we niet. Controleer de link of vraag de begeleider om een nieuwe.',
  'link-expired': 'Deze link is verlopen. Vraag de begeleider om een nieuwe.',
  'link-revoked': 'Deze link is ingetrokken. Vraag de begeleider om een nieuwe.',
  'link-closed': 'Deze werksessie is gesloten. U kunt niet meer meedoen.',
  'code-unknown': 'Deze code klopt niet. Kijk goed naar de code en typ hem opnieuw.',
  'too-many-codes': 'Er is te vaak een verkeerde code ingevuld. Probeer het over {minutes} opnieuw, of open de link.',

  'unknown-workshop': 'Deze werksessie bestaat niet (meer).',
  'unknown-template': 'Dit schema bestaat niet.',
  'workshop-closed': 'Deze werksessie is gesloten. U kunt alles nog lezen, maar niets meer veranderen.',
  'title-length': 'Geef de werksessie een titel van 1 tot en met 120 tekens.',
  'title-characters': 'In de titel staan tekens die niet zichtbaar zijn. Typ de titel opnieuw.',
  'purpose-length': 'Het doel is te lang. Gebruik hoogstens 500 tekens.',
  'purpose-characters': 'In het doel staan tekens die niet zichtbaar zijn. Typ de tekst opnieuw.',
  'perspectives-length': 'Kies hoogstens 12 perspectieven van elk 1 tot en met 40 tekens.',
  'perspective-characters': 'In een perspectief staan tekens die niet zichtbaar zijn. Typ het opnieuw.',
  'perspective-twice': 'Twee perspectieven hebben dezelfde naam. Geef elk perspectief een eigen naam.',

  'unknown-element': 'Dit onderdeel staat niet in het schema van deze werksessie.',
  'unknown-section': 'Dit deel van de bron is er niet (meer).',

  'wrong-rules': 'Kies voor het aantal stippen en het maximum per punt een heel getal van 1 tot en met 100.',
  'cap-over-budget': 'Het maximum per punt kan niet hoger zijn dan het aantal stippen dat iemand heeft.',
  'round-open': 'Er is al een stemronde open. Sluit die eerst.',
  'round-closed': 'De stemronde is gesloten. Uw stem is niet meer aangenomen.',
  'round-not-closed': 'De uitslag is er pas als de stemronde gesloten is.',
  'unknown-round': 'Deze stemronde bestaat niet.',
  'observer-cannot-vote': 'U kijkt mee en kunt daarom niet stemmen.',
  'facilitator-cannot-vote': "Kies eerst 'Ik doe zelf mee'. Daarna kunt u stemmen.",
  'no-result': 'De stemmen en de telling passen niet bij elkaar. Daarom is er geen uitslag.',
  'unknown-point': 'Uw stem bevat een punt dat niet op het stembiljet staat.',
  'invalid-dots': 'Geef elk punt een heel aantal stippen: 0, 1, 2 of meer.',
  'over-cap': 'U gaf een punt meer stippen dan is toegestaan. Haal er een paar weg.',
  'over-budget': 'U gaf meer stippen dan u heeft. Haal er een paar weg.',

  'observer-reads': 'U kijkt mee en kunt daarom niets veranderen.',
  'not-yours': 'Alleen wie dit maakte en de begeleider kunnen dit veranderen.',
  'unknown-passage': 'Deze tekst staat niet (meer) bij de bronnen.',
  'unknown-own-point': 'Dit eigen punt bestaat niet (meer).',
  'unknown-fact': 'Deze feitenkaart bestaat niet (meer).',
  'unknown-pin': 'Deze uitspraak hangt hier niet (meer).',
  'unknown-loop': 'Deze kringloop bestaat niet (meer).',
  'unknown-view': 'Deze weergave bestaat niet (meer).',
  'label-length': 'Geef het punt een naam van 1 tot en met 80 tekens.',
  'explanation-length': 'De toelichting is te lang. Gebruik hoogstens 1000 tekens.',
  'wrong-concerns': 'Kies 1 tot en met 20 onderdelen waar het punt over gaat.',
  'map-text-characters': 'In deze tekst staan tekens die niet zichtbaar zijn. Typ de tekst opnieuw.',
  'fact-text-length': 'Schrijf het feit op in 1 tot en met 500 tekens.',
  'fact-source-length': 'Noem de bron in 1 tot en met 200 tekens.',
  'fact-date-length': 'Noem de datum of het jaar in 1 tot en met 40 tekens.',
  'fact-kind': 'Kies of het een ervaring, een onderzoek of een cijfer is.',
  'map-name-length': 'Kies een naam van 1 tot en met 60 tekens.',
  'wrong-loop': 'Een kringloop heeft 2 tot en met 100 onderdelen, elk één keer.',
  'wrong-stance': 'Kies een plaats tussen de twee kanten.',
  'stance-without-poles': 'Alleen bij een dilemma kunt u tussen twee kanten gaan staan.',
  'too-many-own-points': 'Deze werksessie heeft al heel veel eigen punten. Haal er eerst een weg.',
  'too-many-facts': 'Deze werksessie heeft al heel veel feitenkaarten. Haal er eerst een weg.',
  'too-many-pins': 'In deze werksessie hangen al heel veel uitspraken. Haal er eerst een weg.',
  'too-many-loops': 'Deze werksessie heeft al heel veel kringlopen. Haal er eerst een weg.',
  'too-many-views': 'U heeft al 50 weergaven bewaard. Haal er eerst een weg.',

  'document-empty': 'Dit bestand is leeg. Kies een ander bestand.',
  'document-too-large': 'Dit bestand is te groot. Een document mag hoogstens 20 MB groot zijn.',
  'document-unknown': 'Dit is geen tekst, Word-document of pdf. Kies een bestand dat eindigt op txt, md, docx of pdf.',
  'document-other-type':
    'De inhoud van dit bestand past niet bij de naam. Sla het document opnieuw op en probeer het nog eens.',
  'document-broken': 'Dit bestand is beschadigd en niet te lezen. Sla het document opnieuw op en probeer het nog eens.',
  'document-cut-off': 'Dit bestand is niet compleet: het houdt midden in een letter op. Haal het opnieuw op.',
  'document-encrypted':
    'Dit document is beveiligd met een wachtwoord. Sla het op zonder wachtwoord en probeer het opnieuw.',
  'document-no-text': 'In dit document staat geen tekst, misschien is het een scan. Kies een versie met tekst.',
  'document-too-heavy':
    'Dit document is niet te lezen binnen 10 seconden of kost te veel geheugen. Kies een eenvoudigere versie.',
  'source-empty': 'In dit document staat geen tekst. Kies een ander bestand.',
  'source-not-text': 'Dit bestand is geen leesbare tekst. Kies een ander bestand.',
  'source-unknown': 'Dit document kent Knooppunt niet. Kies een van de documenten die bij het schema horen.',
  'source-incomplete': 'Van dit document ontbreken delen. Kies de volledige versie.',
  'import-busy': 'U bent al bezig met een document. Wacht tot dat klaar is.',
  'import-changed': 'Dit bestand is veranderd sinds u het bekeek. Bekijk het opnieuw.',
  'import-name': 'De naam van dit bestand is te lang of bevat vreemde tekens. Geef het een andere naam.',
  'template-too-large': 'Dit bestand is te groot. Een schema mag hoogstens 4 MB groot zijn.',
  'template-not-text': 'Dit bestand is geen leesbare tekst. Een schema is een JSON-bestand in UTF-8.',
  'template-wrong': 'In dit schema staan fouten. Bekijk ze eerst.',
  'template-taken':
    'Deze versie van dit schema is er al, met een andere inhoud. Geef het schema een nieuw versienummer.',
  'template-reserved': 'Deze naam hoort bij het schema van Knooppunt zelf. Geef uw schema een andere naam (slug).',
  'template-changed': 'Dit bestand is veranderd sinds u het bekeek. Bekijk het opnieuw.',

  'query-length': 'Typ 2 tot en met 100 tekens om te zoeken.',
  'too-many-searches': 'U zoekt heel vaak achter elkaar. Wacht een paar tellen en probeer het opnieuw.',
} satisfies Record<RefusalCode, string>;

/** The sentence of a refusal; `retryAfterSeconds` only matters where somebody has to wait. */
export function refusalSentence(code: RefusalCode, retryAfterSeconds = 60): string {
  const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
  return nlErrors[code].replace('{minutes}', minutes === 1 ? 'één minuut' : `${minutes} minuten`);
}
