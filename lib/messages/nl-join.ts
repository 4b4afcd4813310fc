/** Coming in by link or code. */
export const nlJoin = {
  pageTitle: 'Meedoen',
  eyebrow: 'U bent uitgenodigd voor',
  name: 'Uw naam of een schuilnaam',
  nameHint: 'Anderen in de werksessie zien deze naam. Hij mag 40 tekens lang zijn.',
  nameMissing: 'Vul een naam in. Een schuilnaam mag ook.',
  nameTooLong: 'Deze naam is te lang. Gebruik ten hoogste 40 tekens.',
  perspective: 'Vanuit welk perspectief doet u mee?',
  perspectiveNone: 'Zeg ik liever niet',
  safeLater: 'Schrijft u straks iets op het bord? Dan geldt voor iedereen:',
  button: 'Meedoen',
  observerButton: 'Meekijken',
  observer: 'U kijkt mee. U kunt niets veranderen.',
  returningTitle: (name: string) => `U bent eerder binnengekomen als ${name}.`,
  returningButton: (name: string) => `Ga verder als ${name}`,
  states: {
    none: { title: 'Meedoen met een code', text: 'Vul de code in die u van de begeleider kreeg.' },
    unknown: { title: 'Deze link of code kennen wij niet', text: 'Controleer de link, of vul hieronder de code in.' },
    expired: { title: 'Deze link is verlopen', text: 'Vraag de begeleider om een nieuwe link of code.' },
    revoked: {
      title: 'Deze link werkt niet meer',
      text: 'De begeleider heeft een nieuwe link gemaakt. Vraag daarnaar.',
    },
    closed: {
      title: 'Deze werksessie is gesloten',
      text: 'U kunt niet meer meedoen. Vraag de begeleider om meer uitleg.',
    },
  },
} as const;
