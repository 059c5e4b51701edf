import { ScanQrCode } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { courierWords } from '#i18n/sets/courier.ts';
import type { CourierMenu } from '#services/courier-menu.ts';
import { Button } from '#ui/button.tsx';
import { lazyDialog } from '#ui/lazy-dialog.tsx';

const Scanner = lazyDialog(async () => (await import('./code-scanner.tsx')).CodeScanner);

/** "Pindai kode": what another phone shows as QR codes comes onto this one. */
export function ScanCodes({ courier }: { readonly courier: CourierMenu }) {
  const { scan: words } = useMessages(courierWords).carry;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" icon={<ScanQrCode />} onClick={() => setOpen(true)} data-testid="scan-codes">
        {words.open}
      </Button>
      {open && <Scanner courier={courier} onClose={() => setOpen(false)} />}
    </>
  );
}
