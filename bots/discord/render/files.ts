import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { fileName } from '../../../core/text/file-name.ts';
import { truncateCodeUnits } from '../../../core/text/truncate.ts';
import type { Attachment } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';

/** A file that Discord takes: its name is safe in an `attachment://` address and unique in its message. */
export interface Upload {
  readonly name: string;
  readonly mime: string;
  readonly data: Uint8Array;
}

export interface Packed {
  readonly uploads: readonly Upload[];
  /** Files that could not be sent, and why: one line for each. */
  readonly left: readonly string[];
}

const zip = promisify(gzip);
const MIB = 1024 ** 2;
/** Files that may go with a message beside its own: images, and the file with what was cut. */
export const EXTRAS = { images: 3, imageBytes: 2 * MIB, wholeBytes: 4 * MIB } as const;
const RESERVED_BYTES = EXTRAS.images * EXTRAS.imageBytes + EXTRAS.wholeBytes;
const RESERVED_FILES = EXTRAS.images + 1;
const NAME = 80;

/** Files within Discord's limits; one that is too large is compressed, and named where even that does not help. */
export async function pack(files: readonly Attachment[]): Promise<Packed> {
  const uploads: Upload[] = [];
  const left: string[] = [];
  let budget = LIMITS.requestBytes.max - RESERVED_BYTES;
  for (const file of files) {
    const upload = await within(file, uploads);
    const tooMany = uploads.length >= LIMITS.files.max - RESERVED_FILES;
    if (tooMany || upload.data.length > Math.min(LIMITS.fileBytes.max, budget)) {
      const size = (upload.data.length / MIB).toFixed(1);
      const shown = truncateCodeUnits(file.name, NAME);
      left.push(`${shown} (${size} MiB) is more than Discord takes; a terminal can save it.`);
      continue;
    }
    budget -= upload.data.length;
    uploads.push(upload);
  }
  return { uploads, left };
}

async function within(file: Attachment, others: readonly Upload[]): Promise<Upload> {
  const data = typeof file.content === 'string' ? Buffer.from(file.content) : file.content;
  if (data.length <= LIMITS.fileBytes.max) {
    return { name: unique(fileName(file.name), others), mime: file.mime, data };
  }
  const name = unique(`${fileName(file.name)}.gz`, others);
  return { name, mime: 'application/gzip', data: await zip(data) };
}

function unique(name: string, others: readonly Upload[]): string {
  const taken = new Set(others.map((other) => other.name));
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) {
    const next = `${number}-${name}`;
    if (!taken.has(next)) return next;
  }
}
