import { readdir, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { PALETTE } from '../../../core/charts/palette.ts';
import { moduleFolder, packageFile } from '../../../core/files/package-files.ts';

/** The page's style, script and icon. In the repository scripts are TypeScript, whose types are taken out when they are asked for. */
export function assets(): Hono {
  const app = new Hono();
  app.get('/style.css', async (context) =>
    context.body(await style(), 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  app.get('/page/idiomorph.js', async (context) => {
    const source = await readFile(fileURLToPath(import.meta.resolve('idiomorph')), 'utf8');
    return context.body(source, 200, SCRIPT);
  });
  app.get('/page/:file{[a-z]+\\.[jt]s}', async (context) => {
    const source = await script(context.req.param('file'));
    return source === undefined ? context.notFound() : context.body(source, 200, SCRIPT);
  });
  app.get('/icon.svg', (context) => context.body(ICON, 200, { 'Content-Type': 'image/svg+xml' }));
  return app;
}

const SCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8' };

const [BLUE, ORANGE] = PALETTE;

/** Two who answer, and what they have in common. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="12" cy="16" r="10" fill="${BLUE.hex}"/><circle cx="20" cy="16" r="10" fill="${ORANGE.hex}" fill-opacity=".85"/></svg>`;

async function script(file: string): Promise<string | undefined> {
  const folder = moduleFolder('bots/browser/page/');
  if (!(await readdir(folder)).includes(file)) return undefined;
  const source = await readFile(new URL(file, folder), 'utf8');
  return file.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
}

/** The files of `style/` in the order of their names, after the subjects' colours. */
async function style(): Promise<string> {
  const folder = packageFile('bots/browser/style/');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.css')).sort();
  const parts = files.map((file) => readFile(new URL(file, folder), 'utf8'));
  return [colours(), ...(await Promise.all(parts))].join('\n');
}

/** On dark each colour is lightened, on light darkened a little, so that a mark keeps 3 : 1. */
function colours(): string {
  return PALETTE.map(
    ({ hex }, index) =>
      `.colour-${index} { --subject: light-dark(color-mix(in oklab, ${hex}, black 18%), color-mix(in oklab, ${hex}, white 22%)); }`,
  ).join('\n');
}
