/**
 * What stands before a client's name in a printed report: "Client: Jane Doe", "Patient Name: Jane Doe". Lower case,
 * accents off. English, Spanish, French, German.
 */
export const CLIENT_LABELS: readonly string[] = [
  'client',
  'client name',
  'name of client',
  'patient',
  'patient name',
  'name of patient',
  'pt',
  'pt name',
  'customer',
  'customer name',
  'guest',
  'guest name',
  'claimant',
  'injured worker',
  'veteran',
  'sessions for',
  'sessions of',
  'session log for',
  'visits of',
  'statement for',
  'account of',
  'cliente',
  'nombre del cliente',
  'paciente',
  'nombre del paciente',
  'nom du client',
  'nom du patient',
  'kunde',
  'patientenname',
];

/** Names behind such a label that name nobody. */
export const NOBODY: ReadonlySet<string> = new Set([
  'all', 'all clients', 'all patients', 'various', 'any', 'everyone', 'todos', 'tous', 'alle', 'name', 'full name', 'n a',
]); // prettier-ignore

/** Words that may stand beside a month or a year that heads the rows below: "October 2026 sessions", "Month: Oct". */
export const LOG_WORDS: ReadonlySet<string> = new Set(
  (
    'session sessions log logs sheet visit visits appointment appointments treatment treatments massage massages client clients ' +
    'patient patients schedule calendar worklist list record records report billing billed income work month year for of in the ' +
    'total totals subtotal to date ytd cont continued page fiscal fy sesiones citas mes ano de registro rendez vous seances ' +
    'mois annee notes invoices invoice monthly summary'
  ).split(' '),
);

/** Words of a street: a number before them is no year. */
export const STREET_WORDS: ReadonlySet<string> = new Set(
  (
    'st street ave avenue rd road blvd boulevard ln lane dr drive way ct court pl place hwy highway pkwy parkway ter terrace ' +
    'cir circle suite ste apt unit floor fl n s e w ne nw se sw north south east west calle avenida rue'
  ).split(' '),
);
