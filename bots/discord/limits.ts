import type { Limit } from '../platform.ts';

const DOCS = 'https://docs.discord.com/developers';

/** Discord's limits. Characters are counted in UTF-16 units, which is never fewer than Discord counts. */
export const LIMITS = {
  /** Components in one message, nested ones included. */
  components: { max: 40, source: `${DOCS}/components/reference#legacy-message-component-behavior` },
  /** Characters over all text displays of a message. */
  text: { max: 4000, source: 'discord.js guide, display-components; discord-api-docs PR #8562' },
  /** Bytes of UTF-8 over all text displays, with `displayOverhead` for each of them. */
  textBytes: {
    max: 9500,
    source: 'discord-api-docs issue #8554: HTTP 500 above 10170; kept below with a margin',
  },
  displayOverhead: { max: 12, source: 'discord-api-docs issue #8554' },
  /** Characters of a message without components of the second version. */
  content: { max: 2000, source: `${DOCS}/resources/message#create-message` },
  buttonsInRow: { max: 5, source: `${DOCS}/components/reference#action-row` },
  customId: { max: 100, source: `${DOCS}/components/reference#anatomy-of-a-component` },
  buttonLabel: { max: 80, source: `${DOCS}/components/reference#button` },
  alt: { max: 1024, source: `${DOCS}/components/reference#media-gallery` },
  files: { max: 10, source: 'discord-api-spec 10.0: MessageCreateRequest.attachments' },
  fileBytes: {
    max: 10 * 1024 ** 2,
    source: `${DOCS}/reference#uploading-files: default, per file`,
  },
  requestBytes: { max: 25 * 1024 ** 2, source: `${DOCS}/resources/message#create-message` },
  threadName: { max: 100, source: `${DOCS}/resources/channel#start-thread-from-message` },
  nonce: { max: 25, source: `${DOCS}/resources/message#create-message` },
  /** Options of a command, choices of an option, subcommands of a command. */
  options: {
    max: 25,
    source: `${DOCS}/interactions/application-commands#application-command-object`,
  },
  choices: {
    max: 25,
    source: `${DOCS}/interactions/application-commands#application-command-object`,
  },
  choiceText: {
    max: 100,
    source: `${DOCS}/interactions/application-commands#application-command-object-application-command-option-choice-structure`,
  },
  commandName: {
    max: 32,
    source: `${DOCS}/interactions/application-commands#application-command-object-application-command-naming`,
  },
  description: {
    max: 100,
    source: `${DOCS}/interactions/application-commands#application-command-object`,
  },
  /** Characters of all names, descriptions and values of one command with its subcommands. */
  commandText: {
    max: 8000,
    source: `${DOCS}/interactions/application-commands#slash-commands`,
  },
  optionLength: {
    max: 6000,
    source: `${DOCS}/interactions/application-commands#application-command-object-application-command-option-structure`,
  },
} as const satisfies Readonly<Record<string, Limit>>;

/** Times in milliseconds. */
export const TIMES = {
  /** From an interaction to its acknowledgement; its token then lives for 15 minutes. */
  acknowledge: {
    max: 3_000,
    source: `${DOCS}/interactions/receiving-and-responding#interaction-callback`,
  },
  /**
   * Least time between two edits of this bot. Edits share a bucket of about five in five seconds per channel,
   * which Discord asks not to hard code; discord.js obeys the headers, this only keeps clear of them.
   */
  editEvery: { max: 1_200, source: `${DOCS}/topics/rate-limits; discord-api-docs issue #4413` },
} as const satisfies Readonly<Record<string, Limit>>;
