import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What the server asks of a request before it looks at anything else of it. */
export class Access {
  /** Stands first in every address: another program of this computer cannot guess it. */
  readonly token = randomBytes(16).toString('hex');

  constructor(readonly origin: string) {}

  get base(): string {
    return `/${this.token}`;
  }

  /**
   * The path and query behind the token, or null for a request that is none of the Desk's own pages': by the name it
   * found for this address (Host), by the page it comes from (Origin), or without the token.
   */
  admitted({ headers: { host, origin }, url = '' }: IncomingMessage): URL | null {
    if (host !== this.origin.slice('http://'.length)) return null;
    if (origin !== undefined && origin !== this.origin) return null;
    const [, token = '', ...rest] = url.split('/');
    const isSame =
      token.length === this.token.length && timingSafeEqual(Buffer.from(token), Buffer.from(this.token));
    return isSame ? new URL(`${this.origin}/${rest.join('/')}`) : null;
  }
}
