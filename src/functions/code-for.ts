import { readMinutes } from './arguments';
import { valueError } from './errors';
import { referenceTables } from './reference-tables';

/**
 * What Excel offers while the formula is typed; any other word of the services, and those of the Fees table, do as well.
 * @customenum {string}
 */
// The build reads these texts as JSON.
// prettier-ignore
export enum Service {
  Individual = "individual",
  Couples = "couples",
  Family = "family",
  FamilyWithoutClient = "family without client",
  Group = "group",
  Intake = "intake",
  Crisis = "crisis",
  Massage = "massage",
  ManualTherapy = "manual therapy",
  Exercise = "exercise",
  Neuromuscular = "neuromuscular",
  Activities = "activities",
  Gait = "gait",
  SelfCare = "self care",
  Ultrasound = "ultrasound",
  PTReEvaluation = "PT re-evaluation",
  OTReEvaluation = "OT re-evaluation",
  Speech = "speech",
  SpeechGroup = "speech group",
  Swallowing = "swallowing",
  CognitiveTraining = "cognitive training",
  Acupuncture = "acupuncture",
  Electroacupuncture = "electroacupuncture",
  ABATechnician = "ABA technician",
  ABASupervision = "ABA supervision",
  ABAAssessment = "ABA assessment",
  ABAFamilyGuidance = "ABA family guidance",
  NutritionFirstVisit = "nutrition first visit",
  NutritionFollowUp = "nutrition follow-up",
  NutritionGroup = "nutrition group",
  LactationClass = "lactation class",
  Evaluation = "evaluation",
  Adjustment = "adjustment",
  NoShow = "no-show",
}

/**
 * The code, with its add-on, that minutes of a service are, for example =CLAIM.CODE_FOR("individual",50) gives 90834.
 * @customfunction CODE_FOR
 * @helpurl https://localhost:3000/help/code-for.html
 * @param service What was done, such as "individual", "couples" or "massage", or a word under "Also written" in the Fees table.
 * @param [minutes] Minutes with the client: 50, "50 min" or 1:00.
 * @returns The code; with an add-on "90839; 90840", where it has several units "90839; 90840 x2".
 */
export async function codeFor(service: Service, minutes?: unknown): Promise<string> {
  const word = String(service ?? '').trim();
  if (word === '') return '';
  const spent = readMinutes(minutes);
  if (!spent.ok) throw valueError(spent.words);
  const { services } = await referenceTables();
  const { codeFor: codesFor } = await import(
    /* webpackChunkName: "code-for" */ '../billing/services/code-for'
  );
  const answer = codesFor(word, spent.value, services);
  if (!answer.ok) throw valueError(answer.words);
  const [first, ...addOns] = answer.codes;
  return [
    first?.code ?? '',
    ...addOns.map(({ code, units }) => (units > 1 ? `${code} x${units}` : code)),
  ].join('; ');
}
