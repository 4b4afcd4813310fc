/** Invented texts in the form of the real documents. Nothing in them was ever said by anyone. */
export const ANTHOLOGY = `Proef met een bloemlezing

Bloemlezing

Verzonnen zaken

Versie: 0.1

Datum: 1 maart 2020

Voorwoord

Dit voorwoord is verzonnen voor een proef met inlezen en zegt verder

niets over wat dan ook.

Inhoudsopgave kort

VOORWOORD\tFout!
Bladwijzer niet gedefinieerd.\t
HOOFDSTUK 1. APPELS EN PEREN\t3
BIJLAGE 1. AFKORTINGENLIJST\t9

Inhoudsopgave compleet

VOORWOORD\t2
HOOFDSTUK 1. APPELS EN PEREN\t3
1.1 Appels\t3
1.1.1 Rode appels\t3
1.2\tPeren in de winter\t4
HOOFDSTUK 5. NOTEN 7

5.1. Hazelnoten\t7
5.3 Pinda's die er niet zijn\t8
BIJLAGE 1. AFKORTINGENLIJST\t9

Hoofdstuk 1. Appels en peren

1.1 Appels

1.1.1 Rode appels

Rode appels zijn in dit verzonnen dorp het lekkerst van allemaal en worden daarom

het eerst gegeten door wie er vroeg bij is.

Wie te laat komt krijgt <hier nog een noot> een groene appel.

‘Zuur’¹ is een woord dat hier vaak valt.

¹ Zuur is het omgekeerde van zoet.

1.1.2 Groene appels

Een groene appel is *ook* een appel

1.2 Peren in de zomer

- Peren vallen van de boom.
• Peren blijven liggen.

Hoofdstuk 5. Noten

5.1. Hazelnoten

15% van de noten is hol.

Bijlage 1. Afkortingenlijst

AB\tAppelboom
P&O\tPeren en overig

CD++\tcidre, dubbel

Colofon

Gemaakt\tvoor een proef
`;

export const ANALYSIS = `Bijlage E.

Probleem- en oorzakenanalyse van verzonnen fruit

Versie 1 maart 2020

Inhoudsopgave

1. Inleiding

- 1.1 Waarom?

5. Het schema in tekst

- 5.1. Grond (in het schema: LILA)
- 5.2. Boom (in het schema: GROEN)

6. Tot slot

- 7.1. Wat er niet is

1. Inleiding

1.1 Waarom?

Zie voor cijfers bijlage F en voor de rest hoofdstuk 9 van deze bijlage. ‘

20200301 Schema
TEKENING n

5. Het schema in tekst

We beginnen onderaan.

5.1. Grond (in het schema: LILA)

A. Soorten grond:

- Zand
 - *Fijn zand*

- *Grof zand*
- Klei met een lange uitleg over hoe klei zich in de winter gedraagt en waarom

dat voor bomen lastig is
Voorbeeld: klei onder water

Discriminatoire mechanismen

Bloemlezing Verzonnen zaken, hoofdstuk 1

B. De geschiedenis van grond:**het denken over grond****Oude grond is duur:**

- Grond was altijd al duur
- Arm <-> rijk

Boven de grond begint het verhaal van de boom.

5.2. Boom (in het schema: GROEN)

Wat een boom nodig heeft**Wie een boom kan hebben**

- Water

De aard van de boom

Een boom staat nooit alleen.

6. Tot slot

Dit was het.
`;

export const REPORT = `# Rapport actualisatie probleemanalyse verzonnen fruit

*Er is te weinig fruit.*

# **Inhoudsopgave**

## **Vooraf**

### **1. Ondergrond**

- 1.1. Aanleiding

### **3. Mogelijke interventiepunten**

- 3.1. De boom
- 3.2. De plukker

### **5. Adviezen**

- 5.1. Inleiding

## BIJLAGEN

Bijlage A - Woordenlijst\t Bijlage A.docx
Bijlage E - Probleem en oorzakenanalyse\t Bijlage E.docx
Bijlage H - Bloemlezing Problemen en oorzaken\t Bijlage H.docx

## Vooraf

Wij lazen ook de bloemlezing Trends en ontwikkelingen. [Zie bijlage A.](#)

### 1. De boom

*Snoeien.* Er wordt te weinig gesnoeid.

# 1. Ondergrond

## 1.1. Aanleiding

Zie paragraaf 7.2 voor wat er niet staat.

### 3. Mogelijke interventiepunten

#### 3.1. De boom

Deze paragraaf gaat over bomen.

## Te weinig snoeien

Er wordt te weinig gesnoeid, en dat is te zien aan bomen die elk jaar hoger worden en

daardoor omvallen:

- in de herfst,
- in de storm.

*Mijn boom viel om.*

#### **Te veel snoeien**

Ook dat komt voor.

## 3.2 De plukker

### Geen ladder

Zonder ladder plukt niemand.

*Ik heb geen ladder*

## 5. Adviezen

### 5.1 Inleiding

Koop een ladder.
`;

export const OTHER = `  Voorwoord

In deze verzonnen studie over tuinen zijn de regels afgebroken op de breedte van de bladzijde, en
daarom lopen de zinnen door op de volgende regel, ook als een woord wordt af-
gebroken. De conclusies volgen hieronder in een lijst met twee korte punten, die geen hoofdstukken
zijn.

1. Meer bomen planten in de tuin

2. Minder tegels leggen in de tuin

 1. Inleiding

1.1 Aanleiding

Het begon met een tuin waarin niets wilde groeien, hoeveel water de bewoners er ook op goten in de
zomer. Daarom is gekeken naar de grond, en die bleek vol te zitten met stenen uit een vorige eeuw,

12

\fdie niemand er ooit had uitgehaald.
1.1.1 Stenen

Stenen zijn hard.

 2. Wat wij vonden

Hier staat wat wij vonden en dat is niet veel, maar het is genoeg voor een proef met inlezen.

Bijlage 1. Lijst

Een lijst.
`;
