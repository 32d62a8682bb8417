import type { TableClient } from '@azure/data-tables';

/**
 * Sends table bodies as ASCII, everything else as JSON's own `\u00e1` escapes. Azurite decodes a request chunk by chunk (64 KB), and a
 * character that lies across two chunks arrives broken: the words would no longer match their hash. Outside its JSON strings a
 * request, batch or not, is ASCII already.
 */
export function sendAscii(client: TableClient): void {
  client.pipeline.addPolicy({
    name: 'asciiBody',
    sendRequest: (request, next) => {
      if (typeof request.body === 'string') {
        request.body = escaped(request.body);
        // the SDK's signing policy has counted the body already
        if (request.headers.has('content-length')) request.headers.set('content-length', request.body.length);
      }
      return next(request);
    },
  }, { afterPhase: 'Serialize' });
}

/** How many bytes a text takes on the wire. */
export function bytesOnTheWire(text: string): number {
  return escaped(JSON.stringify(text)).length;
}

function escaped(body: string): string {
  return body.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
