import { around } from './find.ts';
import { onShown } from './morph.ts';

/** Opens what was cut short, in place; the button shows itself only where something was. */
export function expands(): void {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) measure(target);
  });
  onShown((root) => {
    for (const clamped of root.querySelectorAll('.clamped')) sizes.observe(clamped);
  });
  document.addEventListener('click', (event) => {
    const button = around(event, '[data-expands]');
    const target = button && document.getElementById(button.dataset.expands ?? '');
    if (!button || !target) return;
    const open = target.toggleAttribute('data-open');
    button.setAttribute('aria-expanded', String(open));
  });
}

function measure(clamped: Element): void {
  if (clamped.hasAttribute('data-open')) return;
  // A line more or less than fits is rounding.
  clamped.toggleAttribute('data-overflows', clamped.scrollHeight > clamped.clientHeight + 4);
}
