/** The least that asking takes: so many calls with bare fetch, so many at a time. Prints the milliseconds. */
const [url = '', calls = '0', atATime = '1'] = process.argv.slice(2);
const body = JSON.stringify({
  model: 'fixed',
  stream: true,
  messages: [{ role: 'user', content: 'Yes or no?' }],
});
const started = performance.now();
let left = Number(calls);
const worker = async (): Promise<void> => {
  while (left > 0) {
    left -= 1;
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/chat/completions`, { method: 'POST', headers, body });
    await response.text();
  }
};
await Promise.all(Array.from({ length: Number(atATime) }, worker));
process.stdout.write(String(performance.now() - started));
