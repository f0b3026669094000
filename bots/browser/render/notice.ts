import { type Html, html } from './html.ts';

export interface Notice {
  /** No model but the embedded cast is configured. */
  readonly simulatedOnly: boolean;
  /** Pages of the documentation that are there, such as `README.md`. */
  readonly docs: readonly { readonly label: string; readonly href: string }[];
}

/** A first visitor's guide: who is answering here, and how to put real models in their place. */
export function notice({ simulatedOnly, docs }: Notice): Html {
  const links = docs.map(
    ({ label, href }) =>
      html`<li><a href="${href}" target="_blank" rel="noreferrer">${label}</a></li>`,
  );
  return html`<div class="notice">
${
  simulatedOnly
    ? html`<p><span class="tag">Simulated models</span><span class="long">No real model is asked here.</span></p>`
    : ''
}
<details><summary>Add a real model, Slack or Discord</summary><div class="sheet">
<p><b>A real model</b> needs its name in <code>dramatis.yaml</code> and its key in <code>.env</code>; <code>/probe models</code> says whether it answers.</p>
<p><b>Slack</b> and <b>Discord</b> need a token each in <code>.env</code>. Then start again: the same commands work there.</p>
${links.length > 0 ? html`<ul>${links}</ul>` : ''}
</div></details>
</div>`;
}
