import { createReadStream, existsSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.woff2': 'font/woff2',
};

/** Nothing that a page of the Desk holds may leave it; Univer and the pane style elements directly. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
];

export interface Content {
  type: string;
  body: string | Uint8Array;
  headers?: Record<string, string>;
  /** Sources of scripts besides the page's own origin. */
  scriptsFrom?: string;
}

export function answer(response: ServerResponse, { type, body, headers, scriptsFrom }: Content): void {
  const policy = scriptsFrom ? [...POLICY, `script-src 'self' ${scriptsFrom}`] : POLICY;
  response.writeHead(200, {
    ...common(TYPES[type] ?? 'application/octet-stream'),
    'Content-Security-Policy': policy.join('; '),
    ...headers,
  });
  response.end(body);
}

export function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, common('text/plain; charset=utf-8'));
  response.end(sentence);
}

/** A file of a folder, whatever the path asks for; 404 for anything outside it. `isFixed`: a package's, kept a day. */
export function answerFile(
  response: ServerResponse,
  folder: string,
  path: string,
  { isFixed = false }: { isFixed?: boolean } = {},
): void {
  const file = normalize(join(folder, path));
  const isInside = file.startsWith(folder + sep);
  if (!isInside || !existsSync(file) || !statSync(file).isFile())
    return refuse(response, 404, 'There is no such file.');
  response.writeHead(200, {
    ...common(TYPES[extname(file)] ?? 'application/octet-stream'),
    'Content-Security-Policy': POLICY.join('; '),
    'Content-Length': statSync(file).size,
    ...(isFixed && { 'Cache-Control': 'max-age=86400' }),
  });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function common(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}
