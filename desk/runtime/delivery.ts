import { describeRequest, type RequestRecord } from '../host/records';
import type { RequestBody, ResponseBody } from '../host/protocol';

/** What becomes of a request on its way to Excel and back. */
export type Delivery =
  | 'answered'
  /** It never reaches Excel: nothing of it is done, and no answer comes. */
  | 'lost'
  /** Excel does it, and the answer never comes. */
  | 'unanswered'
  /** Excel does it at once; the answer comes later. */
  | { answeredAfter: Promise<unknown> }
  /** It reaches Excel later. */
  | { doneAfter: Promise<unknown> };

/** Decides over each request that the client sends, its own announcements included (`kind`). */
export type DecideDelivery = (request: RequestRecord) => Delivery;

/** Carries a request to the host and answers with what it said, or with null when nothing ever comes back. */
export async function deliver(
  body: RequestBody,
  bytes: number,
  decide: DecideDelivery,
  perform: () => Promise<ResponseBody>,
): Promise<ResponseBody | null> {
  const delivery = decide(describeRequest(body, bytes));
  if (delivery === 'lost') return null;
  if (typeof delivery === 'object' && 'doneAfter' in delivery) await delivery.doneAfter;
  const response = await perform();
  if (delivery === 'unanswered') return null;
  if (typeof delivery === 'object' && 'answeredAfter' in delivery) await delivery.answeredAfter;
  return response;
}
