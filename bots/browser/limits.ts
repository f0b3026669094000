import type { Limit } from '../platform.ts';

/** The local channel's limits. Nobody else sets any: they keep a page, and a process, from growing without end. */
export const LIMITS = {
  /** Characters of one command. */
  line: { max: 20_000, source: 'chosen: more than any command takes' },
  bodyBytes: { max: 64 * 1024, source: 'chosen: three times the longest line' },
  /** Characters of a person's name. */
  name: { max: 40, source: 'chosen: it stands in the heading of a message' },
  /** Characters of a message's title in the list of runs. */
  title: { max: 140, source: 'chosen: two lines of the list' },
  messagesInPage: { max: 40, source: 'chosen: a page is there at once' },
  /** Messages of the channel; the oldest thread makes way for a new one. */
  messages: { max: 2000, source: 'chosen: some megabytes' },
  /** Messages that are read from the store at the start. */
  loadedMessages: { max: 500, source: 'chosen: read in a moment' },
  /** Messages for one person alone, kept for their files and pictures. */
  privateMessages: { max: 50, source: 'chosen: more than anybody scrolls back' },
  /** Pictures drawn, each for one theme and width. */
  pictures: { max: 200, source: 'chosen: some megabytes' },
  /** Ports that are tried after one that is in use. */
  nextPorts: { max: 10, source: 'chosen: as many as anybody starts at once' },
} as const satisfies Readonly<Record<string, Limit>>;

/** Times in milliseconds. */
export const TIMES = {
  editEvery: { max: 120, source: 'chosen: a page takes about eight changes a second with ease' },
} as const satisfies Readonly<Record<string, Limit>>;
