import { CloudDownload } from 'lucide-react';
import { useMessages } from '#i18n/messages.ts';
import { homeWords } from '#i18n/sets/home.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { CatalogueRefresh } from '#services/use-catalogue-refresh.ts';

/** The office was never reached from this phone: the first visit, without signal. */
export function CatalogueEmpty({ refresh }: { readonly refresh: CatalogueRefresh }) {
  const { catalogue: words } = useMessages(homeWords);
  if (refresh.running && refresh.result === null) return <Skeleton rows={4} shape="row" />;
  return (
    <Card>
      <EmptyState
        icon={<CloudDownload />}
        title={words.emptyTitle}
        actions={
          <Button busy={refresh.running} onClick={refresh.run}>
            {words.retry}
          </Button>
        }
      >
        {refresh.result === 'office-trouble' ? words.emptyOfficeTrouble : words.emptyText}
      </EmptyState>
    </Card>
  );
}
