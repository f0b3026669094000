import type { PlatformDeclaration } from '../platform.ts';
import { VARIABLES } from './settings.ts';

/** Nothing of it is served: each command line is a process of its own, which begins in main.ts. */
export const declaration: PlatformDeclaration = {
  name: 'The terminal',
  variables: VARIABLES,
  start: async () => undefined,
};
