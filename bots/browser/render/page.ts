import { basename } from 'node:path';
import { moduleFile } from '../../../core/files/package-files.ts';
import { composer } from './composer.ts';
import { type Html, html } from './html.ts';
import { list } from './list.ts';
import { type Notice, notice } from './notice.ts';
import { rail } from './rail.ts';
import { type ThreadPane, thread } from './thread.ts';

export interface Page {
  /** Which column a narrow screen shows. */
  readonly pane: 'rail' | 'channel' | 'thread';
  readonly title: string;
  /** The last change that it holds, for the events to go on from. */
  readonly at: string;
  readonly notice: Notice;
  readonly rail: readonly Html[];
  readonly messages: readonly Html[];
  /** The address of the messages before these, where there are some. */
  readonly earlier?: string | undefined;
  /** The message that the address is of. */
  readonly focus?: string | undefined;
  readonly thread?: ThreadPane | undefined;
  readonly composerHint: string;
  /** Command lines to start with, shown while the channel is empty. */
  readonly examples: readonly string[];
}

/** The file of the page's script: TypeScript in the repository, built in the package. */
const MAIN = basename(moduleFile('bots/browser/page/main').pathname);

/** The whole page. What is finished can be read without its script, which makes it live. */
export function page(given: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${given.title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
<script type="module" src="/page/${MAIN}"></script>
</head>
<body data-pane="${given.pane}" data-at="${given.at}"${given.focus === undefined ? '' : html` data-focus="${given.focus}"`}>
<a class="skip" href="#say-text">Skip to the composer</a>
${rail(given.rail)}
<main id="channel">
<header class="bar"><a class="back" href="/runs">Runs</a><h1>local</h1>${notice(given.notice)}</header>
<div id="scroll" class="scroll" tabindex="0" role="group" aria-label="Messages"><div class="flow">
${given.earlier === undefined ? '' : html`<a class="earlier" href="${given.earlier}">Earlier messages</a>`}
<ol id="messages">${given.messages}</ol>
${empty(given.examples)}
</div></div>
<a class="latest" href="#say-text" hidden>Latest messages</a>
<div id="private" aria-live="polite"></div>
<p id="connection" role="status"></p>
${composer({ id: 'say', label: 'Ask, or type / for commands', hint: given.composerHint })}
</main>
${thread(given.thread)}
<p id="status" class="unseen" role="status"></p>
</body>
</html>`;
}

function empty(examples: readonly string[]): Html {
  const items = examples.map((line) => ({ label: '', text: '', line }));
  return html`<section class="empty welcome"><h2>Who is answering?</h2>
<p>Ask a few models, each under a few personas, the same thing, and see them side by side. Something to start with:</p>
${list(items, 'examples')}</section>`;
}
