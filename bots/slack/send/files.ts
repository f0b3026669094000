import { Buffer } from 'node:buffer';
import { WebAPIHTTPError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Attachment } from '../../../core/views/view.ts';

/** The destination of files: the thread of a message, or a conversation as such. */
export interface FilePlace {
  readonly channel: string;
  readonly thread?: string | undefined;
}

export interface Upload {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** A description of an image, for who cannot see it. */
  readonly alt?: string | undefined;
}

/** Puts files into one message. Empty ones are left out, since Slack refuses them. */
export async function share(
  client: WebClient,
  place: FilePlace,
  files: readonly (Attachment | Upload)[],
): Promise<void> {
  const ids: string[] = [];
  for (const file of files) {
    if (file.content.length > 0) ids.push(await upload(client, file));
  }
  if (ids.length > 0) await complete(client, ids, place);
}

/** Uploads a file that only the bot can see, for use in an image block. Returns its id. */
export async function keep(client: WebClient, file: Upload): Promise<string> {
  const id = await upload(client, file);
  await complete(client, [id]);
  return id;
}

const uploadTarget = z.object({ upload_url: z.url(), file_id: z.string() });

/** Sends the bytes. The file exists only after `complete`. */
async function upload(client: WebClient, { name, content, alt }: Upload): Promise<string> {
  const bytes = Buffer.from(content);
  const target = await client.apiCall('files.getUploadURLExternal', {
    filename: name,
    length: bytes.length,
    // The API calls it alt_txt; the client's own types say alt_text, which it ignores.
    ...(alt ? { alt_txt: alt } : {}),
  });
  const { upload_url: url, file_id: id } = uploadTarget.parse(target);
  const response = await fetch(url, { method: 'POST', body: bytes, redirect: 'error' });
  if (!response.ok) throw new WebAPIHTTPError(response.status, response.statusText, {});
  return id;
}

async function complete(
  client: WebClient,
  ids: readonly string[],
  place?: FilePlace,
): Promise<void> {
  await client.apiCall('files.completeUploadExternal', {
    files: ids.map((id) => ({ id })),
    ...(place ? { channel_id: place.channel } : {}),
    ...(place?.thread ? { thread_ts: place.thread } : {}),
  });
}
