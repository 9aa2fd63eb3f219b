import type { Texts } from './texts';

export const NL: Texts = {
  title: 'Telefoon met geverifieerde gegevens',
  softphone: 'Softphone',
  caller: 'Gegevens van de beller',
  split: 'Breedte van de softphone',
  attributePage: 'Geverifieerde gegevens van de beller',
  phases: {
    ringing: 'Inkomend gesprek',
    talking: 'In gesprek',
    'on-hold': 'In de wacht',
    ended: 'Nawerk',
    failed: 'Gesprek beëindigd',
  },
  nobody: {
    loading: { title: 'Een ogenblik', text: 'De softphone wordt geladen.' },
    'no-call': {
      title: 'Geen gesprek',
      text: 'Zodra u een gesprek aanneemt, staan hier de geverifieerde gegevens van de beller.',
    },
    ringing: { title: 'Er belt iemand', text: 'De geverifieerde gegevens staan hier zodra u hebt opgenomen.' },
    'not-a-call': {
      title: 'Dit is geen telefoongesprek',
      text: 'Alleen bij telefoongesprekken zijn er geverifieerde gegevens.',
    },
    choose: {
      title: 'Meerdere gesprekken',
      text: 'Kies in de softphone een gesprek om de gegevens van die beller te zien.',
    },
    hidden: { title: 'Gegevens verborgen', text: 'Ze komen terug zodra de softphone weer verbonden is.' },
    unavailable: {
      title: 'De gegevens kunnen niet worden geladen',
      text: 'De server antwoordt niet. Het gesprek gaat door.',
    },
  },
  problems: {
    'no-settings': {
      title: 'De instellingen kunnen niet worden geladen',
      text: 'De server van deze pagina antwoordt niet. Probeer het over een minuut opnieuw.',
    },
    'no-address': {
      title: 'Er is geen softphone ingesteld',
      text: 'Vraag uw beheerder om op de server ccp_url onder [global.ui] in te stellen, of de variabele IDCONTACT_UI_CCP_URL.',
    },
    'other-tab': {
      title: 'De softphone staat open in een ander tabblad',
      text: 'Hij werkt in één tabblad tegelijk. Gebruik dat tabblad of sluit het: deze pagina gaat dan vanzelf verder.',
    },
    unreachable: {
      title: 'De softphone is niet bereikbaar',
      text: '{softphone} antwoordt niet. Controleer uw netwerk of VPN-verbinding. Hebben anderen hetzelfde, meld het dan aan uw beheerder.',
    },
    login: {
      title: 'Log in bij Amazon Connect',
      text: 'Log in in het venster dat is geopend. Deze pagina gaat daarna vanzelf verder.',
    },
    'login-blocked': {
      title: 'Log in bij Amazon Connect',
      text: 'Uw browser heeft het inlogvenster tegengehouden. Gebruik de knop, en sta pop-upvensters toe voor {page}; dan opent het de volgende keer vanzelf.',
    },
    'no-answer': {
      title: 'De softphone antwoordt niet',
      text: 'Een van deze dingen helpt:',
      hints: [
        'Log in bij Amazon Connect, als u dat nog niet hebt gedaan.',
        'Sta in uw browser cookies van derden toe voor {softphone}: zonder die weet de softphone niet dat u bent ingelogd.',
        'Vraag uw beheerder of {page} bij de goedgekeurde adressen (approved origins) van Amazon Connect staat.',
        'Open de softphone in een eigen tabblad om intussen te kunnen bellen; gegevens van bellers ziet u daar niet.',
      ],
    },
    'session-expired': {
      title: 'Uw aanmelding is verlopen',
      text: 'Log opnieuw in om verder te gaan. Een lopend gesprek gaat door.',
    },
    'logged-out': { title: 'U bent uitgelogd', text: 'Log weer in om gesprekken aan te nemen.' },
    'access-denied': {
      title: 'Geen toegang tot de softphone',
      text: 'Uw account mag hem niet gebruiken. Vraag uw beheerder om het juiste beveiligingsprofiel en probeer het dan opnieuw.',
    },
  },
  remedies: { 'log-in': 'Inloggen', retry: 'Opnieuw proberen', 'own-tab': 'Softphone in eigen tabblad' },
  restart: 'Softphone herstarten',
  restartWarning: 'Bij herstarten valt het geluid van een lopend gesprek weg.',
};
