import { useEffect, useState } from 'react';
import type { Post } from '#domain/office/office.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { villages } from '#domain/area/villages.ts';

export interface AreaOption {
  readonly code: string;
  readonly name: string;
}

/** The places that this official may choose among; none where their post is one place. */
export function useAreaOptions(desk: DeskMenu, chosen: string | undefined): readonly AreaOption[] {
  const [posts, setPosts] = useState<readonly Post[]>([]);
  useEffect(() => {
    let here = true;
    void desk.official().then((official) => {
      if (here && official.kind === 'read') setPosts(official.value.posts);
    });
    return () => {
      here = false;
    };
  }, [desk]);
  return areaOptions(posts, chosen);
}

const kecamatanLength = '36.03.01'.length;

/** Every kecamatan of the posts, and the villages of the one that is chosen, or of the only one. */
export function areaOptions(posts: readonly Post[], chosen: string | undefined): readonly AreaOption[] {
  const inPosts = villages.filter(({ code }) => posts.some(({ area }) => code === area || code.startsWith(`${area}.`)));
  const kecamatans = new Map(inPosts.map((one) => [one.code.slice(0, kecamatanLength), one.kecamatan]));
  const open = kecamatans.size === 1 ? [...kecamatans.keys()][0] : chosen?.slice(0, kecamatanLength);
  const options = [...kecamatans].flatMap(([code, name]) => [
    { code, name: `Kec. ${name}` },
    ...inPosts
      .filter((one) => code === open && one.code.startsWith(`${code}.`))
      .map((one) => ({
        code: one.code,
        name: `${one.name}, Kec. ${name}`,
      })),
  ]);
  return options.length > 1 && inPosts.length > 1 ? options : [];
}
