import { actsOnClicks } from './act.ts';
import { completes } from './choices.ts';
import { startComposer } from './composer.ts';
import { copies } from './copy.ts';
import { expands } from './expand.ts';
import { startKeys } from './keys.ts';
import { startLive } from './live.ts';
import { shown } from './morph.ts';
import { followLinks } from './panes.ts';
import { startScrolling } from './scroll.ts';

document.documentElement.classList.add('live');

actsOnClicks();
expands();
copies();
followLinks();
startKeys();
startScrolling();
startComposer();
completes();
startLive();
shown(document.body);
