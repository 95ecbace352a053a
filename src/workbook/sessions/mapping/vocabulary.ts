/**
 * The words people put into the headers of their session sheets, by what they mean. One word has one
 * meaning; the meanings are combined into fields in fields.ts. English, the usual abbreviations, Spanish.
 * Plurals and misspellings need no entry of their own: words.ts finds them.
 * Source: session, appointment and claim exports of practice software, and sheets therapists keep by hand.
 */
export const VOCABULARY = {
  // When
  dos: 'dos fds',
  date: 'date when dt dte fecha fch datum',
  weekday: 'day dia weekday dow',
  month: 'month mes mo',
  year: 'year ano yr',
  time: 'time hora tm clock',
  start: 'start begin began beginning inicio comienzo starts started',
  from: 'from desde',
  end: 'end finish fin ends ended finished termino stop',
  at: 'at on',
  to: 'to thru through hasta until',
  in: 'in arrived arrival entrada',
  out: 'out departed departure salida',
  checkin: 'checkin checkout',
  duration: 'duree dauer duration length dur duracion lgth',
  minutes: 'minute min minuto mins',
  hours: 'hour hr hrs',
  scheduled: 'scheduled programada programado agendada',
  booked: 'booked reserved made',
  purchase: 'purchase sale sold transaction venta compra trans',
  birth: 'birth dob birthdate birthday bday born nacimiento nac bdate',
  created: 'created added entered updated modified imported creado edited registered',
  since: 'since joined',
  next: 'next upcoming proxima proximo',
  previous: 'prior previous anterior ultima ultimo latest recent',
  due: 'due balance owed owes owing unpaid outstanding uninvoiced saldo remaining bal pendiente unbilled debt pagar',
  expires: 'expires expiration expiry exp effective termination valid',
  sent: 'applied sent submitted submission submit filed mailed printed faxed processed posted posting dropped post',
  signed: 'signed signature locked verified',
  onset: 'onset injury accident doi doa illness loss admit admission discharge lesion accidente',
  reminder: 'reminder recall',
  over: 'over aging days',

  // What was done
  service:
    'service svc srv serv srvc servicio treatment tx trt tmt tratamiento rendered performed massage masaje mssg therapy terapia modality',
  visit: 'visit session sess encounter sesion visita seen',
  appointment: 'appointment appt apt appoint booking cita reserva turno consulta apptmt',
  worked: 'worked work',
  done: 'done',
  item: 'item product package pkg membership class program',
  code: 'code codigo cd cod',
  cpt: 'cpt hcpcs procedimiento',
  procedure: 'procedure proc px procedural',
  modifier: 'modifier mod modif modificador mods',
  dx: 'dx diagnosis diagnose diag icd icdx diagnostico diagnoses',
  pointer: 'pointer ptr',
  units: 'unit unidad',
  quantity: 'quantity qty count cantidad',
  billing: 'billing bill billable facturacion',
  line: 'line',

  // Who
  person:
    'patienten klient kunde client who patient clnt clt pt pat cliente paciente pte ptnt claimant veteran child learner',
  customer: 'customer cust guest attendee invitee student consumer resident participant',
  member: 'member subscriber insured policyholder subscr mbr sub',
  name: 'name nombre nm names',
  full: 'full complete completo whole legal',
  first: 'first fname given forename fn frst primer fst',
  last: 'last lname surname family apellido ln lst',
  middle: 'middle mi mname initial suffix prefix nickname alias preferred pronoun',
  provider:
    'provider staffer therapist clinician practitioner staff employee empleado terapeuta lmt rmt cmt lmp masseuse masseur stylist technician tech counselor doctor prov ther practicioner thrpst specialist profesional proveedor teacher instructor worker dr mt stf',
  assistant: 'assistant asst pta cota ota assistants',
  calendar: 'calendar calendario',
  rendering: 'rendering treating performing assigned servicing attending',
  referring:
    'referring referral referred ordering pcp referrer prescribing prescriber supervising supervisor ref refby',
  host: 'vendor office facility clinic practice business branch room organization department dept taxonomy clinica',
  place: 'location site place pos lugar ubicacion lieu ort',
  setting: 'setting where',

  // Who pays
  payer: 'payer payor insurer carrier aseguradora payr pagador',
  insurance:
    'mutuelle versicherung krankenkasse insurance ins insur seguro aseguranza insco insure insnc insurances',
  company: 'company co cia',
  plan: 'plan coverage cobertura plans',
  funding: 'funding funder fund',
  source: 'source origin',
  primary: 'primary pri prim 1ry main',
  secondary: 'secondary tertiary sec 2ry other third otro otra',
  cash: 'cash selfpay efectivo oop private',
  group: 'group policy poliza',

  // Money
  charge: 'honoraires charge chg cargo charged chrg chgs',
  billed: 'billed facturado invoiced',
  fee: 'fee tarifa honorario honorarios',
  price: 'price precio pricing',
  cost: 'cost costo coste value valor',
  total: 'total ttl tot grand',
  amount: 'montant betrag amount amt monto importe sum dollar dollars usd money',
  rate: 'rate tasa hourly',
  per: 'per each every',
  by: 'by',
  sub: 'subtotal net base neto',
  gross: 'gross bruto',
  paid: 'paid pd pmt payment pago pagado pymt pay pmnt pagos abono',
  collected: 'collected collection cobrado recaudado',
  received: 'received recd rcvd rcv recv rec recibido receipt rcpt',
  copay: 'copay copayment copago copays cpay cop',
  coinsurance: 'coinsurance coins coaseguro',
  deductible: 'deductible ded deducible deduct',
  responsibility: 'responsibility resp portion share responsible',
  allowed: 'allowed allowable contracted approved eligible expected reimbursement reimbursed',
  adjustment: 'adjustment adj adjusted contractual ajuste writeoff written carc rarc remark',
  write: 'write wo off',
  tax: 'tax impuesto iva gst hst vat',
  tip: 'tip gratuity propina',
  discount:
    'discount coupon descuento promo promotion certificate gift voucher redeemed loyalty points giftcard',
  refund: 'refund credit reembolso',
  deposit: 'deposit prepaid prepayment anticipo retainer',
  earnings:
    'earnings earning commission payout profit income revenue wage payroll split mileage expense expenses miles supplies ingresos',
  platform: 'platform processing merchant stripe square transfer cancellation',
  ltv: 'ltv lifetime',
  deny: 'denial denied deny rejection rejected den rej appeal appealed denials',

  // How it went
  status: 'statut status estado stat estatus sts situacion',
  attendance: 'attendance attended kept came show showed present completed outcome asistencia asistio shown',
  absence: 'noshow absent missed',
  confirmed: 'confirmed confirmation reconciled',
  cancelled: 'cancelled canceled cancel cxl cancelado cancelada late',
  progress: 'progress documentation doc chart charting',
  claim: 'claim reclamo clm',

  // Words about it
  note: 'note comment remarks memo nota notas comentario comentarios observacion observaciones notes obs cmts nts',
  soap: 'soap',
  description: 'description desc descripcion',
  details: 'detail details detalle',
  reason: 'reason rsn motivo rxn razon',

  // Everything else a row may hold
  id: 'referenz id guid uuid key reference refno trn eft identifier ssn',
  number: 'number no num nbr numero acct account mrn cuenta acc',
  phone: 'phone telephone tel mobile cell telefono fax celular movil ph',
  email: 'email mail correo gmail url link web website',
  address: 'anschrift adresse address addr street direccion calle',
  city: 'city ciudad zip zipcode postal state province country county cp region',
  contact: 'contact emergency guardian guarantor parent employer occupation',
  gender: 'gender sex age height weight edad sexo race language',
  npi: 'npi tin ein license',
  type: 'type tipo kind option category categoria subtype',
  method:
    'reglement zahlungsart method metodo mode forma means tender card check cheque visa zelle venmo paypal',
  rx: 'rx prescription script orden receta order',
  auth: 'auth authorization authorized authorisation preauth autorizacion precert pa limit used left allotted',
  invoice: 'invoice factura inv statement superbill',
  flag: 'fully whether question is has new returning flag deleted recurring checkbox',
  color: 'color colour label resource equipment device side timezone zone tz',
  time_part: 'sortable formatted',
  area: 'area goal goals pain intake anamnesis complaint focus pressure history allergies medications symptoms assessment objective subjective',
  frequency: 'frequency',
} as const;

export type Meaning = keyof typeof VOCABULARY;

/** Several words that mean one thing together, tried before the single words. Longest first. */
export const PHRASES: [string, Meaning][] = [
  ['date of service', 'dos'],
  ['dates of service', 'dos'],
  ['date of svc', 'dos'],
  ['date of serv', 'dos'],
  ['dt of svc', 'dos'],
  ['date of birth', 'birth'],
  ['fecha de nacimiento', 'birth'],
  ['place of service', 'place'],
  ['place of svc', 'place'],
  ['out of pocket', 'cash'],
  ['reste a charge', 'due'],
  ['who pays', 'payer'],
  ['who is paying', 'payer'],
  ['time in', 'start'],
  ['in time', 'start'],
  ['time out', 'end'],
  ['out time', 'end'],
  ['clock in', 'start'],
  ['clock out', 'end'],
  ['no show', 'absence'],
  ['check in', 'checkin'],
  ['check out', 'checkin'],
  ['co pay', 'copay'],
  ['co insurance', 'coinsurance'],
  ['write off', 'adjustment'],
  ['self pay', 'cash'],
  ['bill to', 'contact'],
  ['follow up', 'next'],
  ['line item', 'line'],
  ['how long', 'duration'],
  ['how much', 'amount'],
  ['on line', 'method'],
  ['team member', 'provider'],
  ['injured worker', 'person'],
  ['hora de', 'time'],
  ['d o s', 'dos'],
  ['d o b', 'birth'],
];

/** Words that change nothing: articles, letters of a date format, "of". */
export const FILLERS = new Set(
  (
    'of the for and de del la el los las y o or por an a this with que se su sus our your my their s ' +
    'mm dd yyyy yy hh am pm us optional required text value all actual final cm'
  ).split(' '),
);
