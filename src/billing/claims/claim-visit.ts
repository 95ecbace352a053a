import type { Client, Payer } from '../records/practice';
import type { Visit } from '../visits/visit';

/** A visit that may become part of a claim, with all that decides about it. */
export interface ClaimVisit extends Visit {
  client: Client;
  payer: Payer;
}
