/**
 * Words that stay in a redacted workbook wherever they stand: they say what happened at a visit, not to whom. They are
 * the words by which sheets of sessions are read (src/workbook/sessions), those of the questions and rules, and of
 * forms. A word that is missing here is replaced by an invented one, which at worst hides a finding; the command says so.
 * A name is replaced in a column of names even where it is one of these.
 */
const WORDS = `
aba abc abcoil abono about above abril absence absent acc accepted accepting accepts acceptsassignment accident
accidentdate accidente accidentstate account accounting acct across act activities actual acu acupuncture add added
additional addr address adj adjudicated adjusted adjustment adjustments adl adls admission admit adresse advance
after again age agendada agendado aging agosto ajuste alias all alle allergies allotted allowable allowed already
also although am ambiguous amount amounts amt amta an anamnesis and annee annul ano another anschrift answer answers
anterior anticipo anulada anulado any ao aout ap apart apellido appeal appealed applied appoint appointment
appointments approved appt apptmt apr april apt archived are area arrival arrive arrived as aseguradora aseguranza
asistencia asistio ask askclient assessment assigned assignment at atendida atendido ation attend attendance
attended attendee attending attributed aug august ausente auth authorisation authorization authorizations authorized
auto autorizacion ave avenida avenue average avg avril ba back bal balance balancing band bands barter base bb bcba
bdate bday be became before began begin beginning behavior behind belongs below benefits benefitsassigned beside
betrag between bill billable billed billing bills birth birthdate birthday blank block blocked blvd bono booked
booking boolean born both boulevard boundaries box boxes branch breastfeeding bring bruto business by ca calc
calendar calendario call calle calls came can canc cancel cancelacion cancelad cancelada cancelado canceled cancell
cancellation cancelled cancelling cancelo cancels cannot cant cantidad carc card care caregiver cargo carrier case
cash categoria category cd cell cells celular cent cents certificate cfr chapter characters charge charged charges
chart charting check checkbox checked checkin checkout cheque chg chgs chiropractic choose chosen chrg cia cir
circle cita citas city ciudad claim claimant claimlines claimnumber claims claimsheet class clearinghouse client
cliente clients clinic clinica clinician clm clnt clock closed clt cm cms cmt cmts cncl cnl co coaseguro cobertura
cobrado cod code codes codigo cog cognition cognitive coins coinsurance coinsurancepercent collateral collected
collection color colour column columns come comentario comentarios comienzo comma commas comment commercial
commission community comp company compare compares comped compensation complaint completada completado complete
completed completo complexity complimentary compra computer confirmada confirmado confirmation confirmed consulta
consumer cont contact continued contract contracted contractual control coordination cop copago copay copayment
copays copy correct corrected correo cost coste costo costs could counseling counselor count countable counted
country county couple couples coupon court courtesy coverage coverages cp cpay cpt cq cr cranial creado created
credit crisis ct cuenta cupping cust customer cut cx cxl cxld data date dates datum dauer day days dc dd de debt dec
dece december decembre decided decides declined ded deducible deduct deductible deductibleleft deep del delete
deleted demand den denial denials denied deny departed department departure depends deposit dept desc descripcion
description descuento desde detail details detalle device dhs dia diag diagnose diagnoses diagnosis diagnostic
diagnostico dici diciembre did didnt differ difference differs dimanche direccion direct discharge discount
discounts div dmg dna dnka dns do doa dob doc doctor documentation does doi dollar dollars domingo done dos doubt
dow down download dr drive dropped dt dte dtp du due duplicate dur duracion duration duree dx dysphagia ea each
earlier early earning earnings east ecmp ed edad edge edited education efectivo effective eft eg ei ein either el
electricity electroacupuncture electronic eligible else elsewhere email emergency empleado employee employer empty
en encounter end ended ends enero enter entered entity entrada entry enviado equipment er error es est estado
estatus estimate eval evaluation every everybody everyone evidence ex exactly example exceed excel exchange
exchanged exercise exist exp expected expense expenses expiration expired expires expiry facility factura
facturacion facturado false family fax faxed fch fds feb febr febrero february fecha fee feeding fees feff fevr
fevrier few fi field fields file filed fill fin final finalizada finalizado finalized findings finds finish finished
first firstname fiscal fits fl flag floor fn fname focus follow for forename forgot forma formatted formula
forwarded found fq fraction free frequency fri friday from frst fsa fst ftum fulfilled full fully fund funder
funding future fy ga gait gave gender get gets getting gift giftcard give given gives gmt gn go goal goals good gp
gq grand gratis gratuity grid gross group gst gt guarantor guardian guesses guest guid guidance gx gy gz hand hands
has hasta have hcpcs header headers heading headings hecho height held her here hh hi high highway his history
holder holds home honoraires honorario honorarios hora horas hot hour hourly hours how hr hrs hsa hst hwy hyphen icd
icdx id identifier if ii iii illness import importe imported impuesto in income ind indiv individual ingresos inicio
initial injured injury ins insco insnc instead instructor insur insurance insurances insure insured insurer intake
interchange into inv invalid invented invitee invoice invoiced invoices is isa it item items its itself iv iva jan
janu january janvier jeudi joined jr jueves juil juillet juin jul julio july jun june junio keep keeps kept key kind
klient know known knows krankenkasse kunde kx la label labels lactation ladder lane language las last lastname late
later latest law lc lcsw lcx leave left legal length lesion less lgth license lieu lifetime like limit line lines
link list llego lmft lmp lmt ln lname location locked log logs long longer look looks los loss loyalty lp lst lt ltv
lugar lundi lunes lymphatic made mai mail mailed mailing main make manual many map mar march mardi marital mark
marked marks mars martes marzo masaje massage massages masseur masseuse matched matter may mayo mbr md me mean means
medicaid medical medicare medications member memberid membership memo merchant mercredi mes method metodo mfr mi
middle midnight miercoles mileage miles min mins minute minutes minuto missed missing mixed mm mname mnt mo mobile
mod modality mode modif modificador modification modified modifier modifiers mods mois mon monday money montant
month monthly monto more most motivo moved movil mr mrn mrs ms mssg mt much must mutuelle my myofascial na nac
nacimiento name named names nbr nc ncns nd ne nearest needed needs negative neither net neto neuro neuromuscular
never new next nfd nfkc nickname nil nm nmr no nobody nom nombre none noon nor north noshow not nota notas note
notes notgiven nothing notknown nov nove november novembre noviembre npi ns nts nucc null num number numbers numeric
numero nutrition nw oa objective obs observacion observaciones occupation occupational oct octo october octobre octu
octubre oddity of off offered office oil ok on once one online only onset oop option optional or orden order
ordering organization origin original ort ot other others otra otro our out outcall outcome outside outstanding over
overdue owed owes owing own pa paciente package pagada pagado pagador pagar page pago pagos paid pain paper parent
parents parking parkway part parted partial partially participant particular partly pas past pat patient patienten
patientenname patients pay payer payerid payers paying payment payments payor payout paypal payr payroll pays pcp
pct pd pendiente pending per percent performed performing perhaps period person ph phd phone physical pi pkg pkwy pl
place placeholder placeofservice places plan planned plans platform pm pmnt pmt pocket point pointer pointers points
policy policyholder poliza por portion pos positive pospuest post postal posted posting postponed pp pr practice
practicioner practitioner preauth precert precio preferred prefix prepaid prepared prepayment prescriber prescribing
prescription present presento pressure previous pri price prices pricing prim primary primer printed prior private
pro proc procedimiento procedural procedure process processed processing product profesional profit program
programada programado promo promotion pronoun propina propio protocol prov proveedor provider providers province
proxima proximo prv psych psychotherapy pt pte ptnt ptr purchase put px pymt qa qty quantity que question race rarc
rate razon rbt rcpt rcv rcvd rd re read reads ready real realizada realizado really reason reasons rebooked rec
recall recaudado recd receipt received recent receta recibido reclamo reconciled record recorded records recurring
recv redeemed reembolso ref refby reference referenz referral referred referrer referring referringfirstname
referringlastname referringnpi refno refund refunded region regions register registered registro registry reglement
reimbursed reimbursement rej rejected rejection relationship relaxation release releasesigned remaining remark
remarks reminder remittance remove rendered rendering renderingfirstname renderinglastname renderingnpi rendez
repeated report reports reprogram reprogramada reprogramado requested required resched rescheduled reserva reservada
reservado reserved resident resolved resource resp responsibility responsible reste retainer returning revenue
reversal reversed review right rivals rmt rn road room row rows rs rsn rt rue rule run rx rxn ry sabado sacral saldo
sale salida same samedi sample sat saturday say says sbr sc sched schedule scheduled score script sd se seances sec
second secondary seconds secs section seems seen segundos seguro self selfpay send sender sends sent sep sept
september septembre septiembre serv served service services servicing servicio sesion sesiones sess session sessions
set setiembre setting settled several severity sex sexo share sheet should show showed shown shows si side signature
signed silent sin since site situacion slp so soap sold somebody something sortable source south sp span specialist
speech spill spinal spine split sports square sr srv srvc ss ssn st staff staffer start started starts stat state
statement status statut stays ste stf stim stone stood stop street string stripe struck sts student stylist su sub
subjective submission submit submitted subscr subscriber subscriberaddress subscriberbirthdate subscriberfirstname
subscriberlastname subtotal subtype successful such suffix suite sum suma summary sun sunday superbill supervising
supervision supervisor supplies sure surname sus sv svc sw swallowing swedish sx sy symptoms ta table tables take
taken takes talk tardia tarifa tasa tax taxid taxidtype taxonomy tba tbd te teacher team tech technician tel
telefono telehealth telephone tell tender tentative ter terapeuta terapia terminada terminado termination termino
terrace tertiary test text texts th than that the their them themselves then ther therapeutic therapist therapy
there these they third this thousands through thrpst thru thu thurs thursday tick tie time timed times timezone
timing tin tip tipo tissue tj tm tmt tn to todo todos told tomorrow too took tot total totals tous trade training
trans transaction transfer tratamiento treating treatment treatments trn trt true ttl tu tue tues tuesday turn turno
twice two tx type typed tz ubicacion ultima ultimo ultrasound un unbilled unclear unconfirmed uncovered under undo
unexpected unfit unidad unidades uninsured uninvoiced unit unitrule units unk unknown unless unmatched unpaid unread
unreadable unsubmitted unsure until up upcoming updated upper url us usd use used utc ute uuid va valid valor value
various vat vendor vendredi venmo venta venue verified versicherung veteran video viernes vino visa visit visita
visits void voided voucher vous wa wac wage wait waiting waitlist waitlisted waits waived want warn was way web
website wed wednesday weds week weekday weekly weight went were west what when where whether which who whole whom
whose why with withdrawn within without wo word words work workbook worked worker workers worklist write writeoff
written wrong xe xp xs xu xx xxx xxxx yd year yes yet you your yours yr ytd yy yyyy za zahlungsart zelle zero zip
zipcode zone zones ée
`;

export const PLAIN_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
