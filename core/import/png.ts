import { crc32, inflateSync } from 'node:zlib';
import { UserError } from '../domain/user-error.ts';
import { BOUNDS } from './limits.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The third version of cards comes first where an image holds both. */
const KEYWORDS = ['ccv3', 'chara'] as const;
const MOST_CHUNKS = 100_000;

/**
 * The JSON of the card that an image carries, from its text chunks. Nothing of the picture itself is decoded. The
 * packages that split a PNG check no bounds and have not been kept, so this reads it itself.
 * @throws UserError where the image lies about its chunks or carries no card.
 */
export function cardIn(file: string, bytes: Uint8Array): string {
  const texts = new Map<string, string>();
  for (const { type, data } of chunksOf(file, bytes)) {
    const entry = textOf(file, type, data);
    if (entry && !texts.has(entry.keyword)) texts.set(entry.keyword, entry.text);
  }
  const keyword = KEYWORDS.find((one) => texts.has(one));
  if (keyword === undefined) {
    throw new UserError(
      `${file} is an image without a character card in it.`,
      'Give an image that a card editor has exported, or the card as JSON.',
    );
  }
  return fromBase64(file, texts.get(keyword) ?? '');
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Every chunk up to the end that the format marks, its length and its checksum checked. */
function chunksOf(file: string, bytes: Uint8Array): readonly Chunk[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, 8).equals(SIGNATURE)) throw broken(file, 'does not begin as a PNG does');
  const chunks: Chunk[] = [];
  for (let at = 8; ; ) {
    if (at + 12 > buffer.length) throw broken(file, 'ends before its last chunk');
    const length = buffer.readUInt32BE(at);
    if (length > buffer.length - at - 12)
      throw broken(file, 'has a chunk that is longer than the file');
    const named = buffer.subarray(at + 4, at + 8 + length);
    if (crc32(named) !== buffer.readUInt32BE(at + 8 + length)) {
      throw broken(file, 'has a chunk whose checksum does not fit');
    }
    const type = named.toString('latin1', 0, 4);
    if (chunks.length === 0 && type !== 'IHDR')
      throw broken(file, 'does not begin with its header');
    if (type === 'IEND') return chunks;
    chunks.push({ type, data: named.subarray(4) });
    if (chunks.length > MOST_CHUNKS) throw broken(file, `has more than ${MOST_CHUNKS} chunks`);
    at += 12 + length;
  }
}

function textOf(file: string, type: string, data: Buffer) {
  const end = data.indexOf(0);
  if (end < 1 || end > 79) return undefined;
  const keyword = data.toString('latin1', 0, end).toLowerCase();
  if (!KEYWORDS.some((known) => known === keyword)) return undefined;
  const rest = data.subarray(end + 1);
  if (type === 'tEXt') return { keyword, text: rest.toString('latin1') };
  if (type === 'zTXt') return { keyword, text: inflated(file, rest.subarray(1)) };
  if (type !== 'iTXt') return undefined;
  // A flag and a method, then a language and a translated keyword, each ended by a zero.
  const language = rest.indexOf(0, 2);
  const translated = language < 0 ? -1 : rest.indexOf(0, language + 1);
  if (translated < 0) throw broken(file, 'has a text chunk without its parts');
  const body = rest.subarray(translated + 1);
  return { keyword, text: rest[0] === 1 ? inflated(file, body) : body.toString('latin1') };
}

function inflated(file: string, data: Buffer): string {
  try {
    return inflateSync(data, { maxOutputLength: BOUNDS.inflated }).toString('latin1');
  } catch (error) {
    throw new UserError(
      `${file} has a compressed text that is broken or unfolds to more than ${BOUNDS.inflated / 1024 / 1024} MB.`,
      'Give the card as JSON.',
      { cause: error },
    );
  }
}

function fromBase64(file: string, text: string): string {
  const written = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(written))
    throw broken(file, 'has a card that is not base64');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(written, 'base64'));
  } catch {
    throw broken(file, 'has a card that is not text in UTF-8');
  }
}

function broken(file: string, what: string): UserError {
  return new UserError(
    `${file} ${what}.`,
    'Download or export the image again; some sites strip cards.',
  );
}
