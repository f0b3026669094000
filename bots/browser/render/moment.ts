import { type Html, html } from './html.ts';

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

/** The time of day, with the date in front where it was not today. */
export function moment(at: string, now: Date = new Date()): Html {
  const then = new Date(at);
  if (Number.isNaN(then.getTime())) return html`<time></time>`;
  const today = then.toDateString() === now.toDateString();
  const short = today ? time.format(then) : `${day.format(then)}, ${time.format(then)}`;
  return html`<time datetime="${at}" title="${whole.format(then)}">${short}</time>`;
}
