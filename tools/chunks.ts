/** Which of the app's code comes in which file: by who needs it at the start, not by the folder it lies in. */
import { dirname, join } from 'node:path';
import { root } from './node24.mjs';

interface ModuleGraph {
  getModuleInfo(id: string): ModuleInfo | null;
}

interface ModuleInfo {
  readonly importedIds: readonly string[];
  readonly code: string | null;
}

/** What a form is drawn with. */
const formEntry = 'src/features/apply/apply-route.tsx';
const homeEntry = 'src/features/home/home-screen.tsx';
/** The phone's store with everything that the menu offers: a form is drawn before it. */
const storeEntry = 'src/main/start-menu.ts';

/**
 * Names the file of a module, in one build; null leaves it to the rules that follow. A form needs two files, `first` and
 * `form`: what it shares with the store or with home lies in `first` (src/main/first-parts.ts), or it would wait for
 * their code too.
 */
export function createChunkNames(): (id: string, graph: ModuleGraph) => string | null {
  const reaches = new Map<string, ReadonlySet<string>>();
  return (id, graph) => {
    const isIn = (entry: string): boolean => {
      const reach = reaches.get(entry) ?? reachOf(join(root, entry), graph);
      reaches.set(entry, reach);
      return reach.has(id);
    };
    if (isIn(formEntry)) return isIn(storeEntry) || isIn(homeEntry) ? 'first' : 'form';
    if (isIn(storeEntry)) return 'store';
    return isIn(homeEntry) ? 'home' : null;
  };
}

/** Everything that a module needs at once, itself too. */
function reachOf(entry: string, graph: ModuleGraph): ReadonlySet<string> {
  const reach = new Set<string>();
  const visit = (id: string): void => {
    if (reach.has(id)) return;
    reach.add(id);
    const info = graph.getModuleInfo(id);
    if (info === null) return;
    for (const name of info.importedIds) {
      if (isAllIcons(name)) iconsOf(info, name).forEach(visit);
      else visit(name);
    }
  };
  visit(entry);
  return reach;
}

/** The icons' own list names every one of them, whoever needs which. */
const isAllIcons = (id: string): boolean => /\/lucide-react\/dist\/esm\/lucide-react\.m?js$/.test(id);

/** Those that a module names; one under another name than its file's is left to the rules that follow. */
function iconsOf({ code }: Pick<ModuleInfo, 'code'>, list: string): readonly string[] {
  const names = /import\s*\{([^}]*)\}\s*from\s*["']lucide-react["']/.exec(code ?? '')?.[1]?.split(',') ?? [];
  return names.map((name) => {
    const [own = ''] = name.trim().split(/\s+as\s+/);
    const file = own.replaceAll(/([a-z])([A-Z])|([A-Za-z])(\d)/g, '$1$3-$2$4').toLowerCase();
    return join(dirname(list), 'icons', `${file}.mjs`);
  });
}
