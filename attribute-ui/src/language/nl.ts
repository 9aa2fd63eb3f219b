/** Every text of the page. The Dutch ones set the shape that the other languages have to fill. */
export const nl = {
  name: 'NL, Nederlands',
  page: 'Gegevens van de beller',
  state: {
    noCaller: {
      title: 'Nog geen beller',
      text: 'Zodra er een gesprek binnenkomt, ziet u hier wie er belt.',
    },
    connecting: {
      title: 'Gegevens ophalen',
      text: 'De gegevens bij dit gesprek worden opgehaald.',
    },
    notIdentified: {
      title: 'Beller niet geïdentificeerd',
      text: 'De beller heeft geen geldige code ingetoetst. Stel de identiteit op een andere manier vast.',
    },
    waiting: {
      title: 'Wachten op de inlog',
      text: 'De beller heeft nog niet ingelogd. De gegevens verschijnen hier vanzelf.',
    },
    verified: {
      title: 'Identiteit bevestigd',
      text: '',
    },
    late: {
      title: 'Let op: inlog na koppelen',
      text: 'Mogelijk heeft iemand anders ingelogd. Controleer met wie u spreekt.',
    },
    failed: {
      title: 'Inloggen mislukt',
      text: 'De identiteit van de beller staat niet vast.',
    },
    ended: {
      title: 'Sessie beëindigd',
      text: 'Deze sessie is afgesloten of verlopen. De gegevens worden niet meer getoond.',
    },
    loggedOut: {
      title: 'Beller uitgelogd',
      text: 'De sessie is beëindigd. De gegevens worden niet meer getoond.',
    },
    lost: {
      title: 'Verbinding verbroken',
      text: 'De pagina probeert het vanzelf opnieuw.',
    },
    refused: {
      title: 'Geen toegang tot deze sessie',
      text: 'De server geeft geen gegevens bij dit gesprek. Misschien is de sessie verlopen.',
    },
  },
  stale: 'Verbinding verbroken, opnieuw proberen… Deze gegevens kunnen verouderd zijn.',
  retry: 'Nu proberen',
  loggedIn: 'Ingelogd',
  loginTimeUnknown: 'tijdstip onbekend',
  justNow: 'zojuist',
  call: 'Gesprek',
  linkedAt: (time: string) => `gekoppeld om ${time}`,
  loginAfterLink: (duration: string) => `${duration} na het koppelen`,
  attributes: 'Gegevens',
  noAttributes: 'De inlog is gelukt. Er zijn geen gegevens gevraagd.',
  emptyValue: 'leeg',
  hidden: 'verborgen',
  show: 'Tonen',
  hide: 'Verbergen',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  notCopied: 'Kopiëren lukt niet',
  actionOn: (action: string, label: string) => `${action}: ${label}`,
  logout: {
    button: 'Beller uitloggen',
    title: 'Beller uitloggen?',
    text: 'De sessie wordt voor iedereen beëindigd. De gegevens kunnen daarna niet meer worden getoond.',
    confirm: 'Uitloggen',
    cancel: 'Annuleren',
    failed: 'Uitloggen is niet gelukt. Probeer het opnieuw.',
  },
};

export type Texts = typeof nl;
