import type { Context } from 'hono';
import { fileName } from '../../../core/text/file-name.ts';
import { takeCodeUnits } from '../../../core/text/truncate.ts';
import type { Attachment } from '../../../core/views/view.ts';

/** Types that no browser runs. Anything else is sent as bytes without a meaning. */
const HARMLESS: ReadonlySet<string> = new Set([
  'application/json',
  'application/jsonl',
  'application/x-ndjson',
  'image/png',
  'text/csv',
  'text/plain',
]);

/** A file to be saved, never to be opened in the page's place. */
export function download(context: Context, { name, mime, content }: Attachment): Response {
  const type = HARMLESS.has(mime) ? mime : 'application/octet-stream';
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'Content-Disposition': `attachment; filename="${fileName(name)}"; filename*=UTF-8''${extendedName(name)}`,
    'Content-Length': String(bytes.byteLength),
  });
}

/** RFC 8187: what `encodeURIComponent` leaves and a header may not hold is written in hexadecimal. */
function extendedName(name: string): string {
  return encodeURIComponent(takeCodeUnits(name.toWellFormed(), 200)).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
