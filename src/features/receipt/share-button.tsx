import { Share2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';

/** The phone's own share sheet (WhatsApp and all else); nothing where the browser has none. */
export function ShareButton({ label, text }: { readonly label: string; readonly text: string }) {
  if (!('share' in navigator)) return null;
  return (
    <Button icon={<Share2 />} onClick={() => void navigator.share({ text }).catch(() => undefined)}>
      {label}
    </Button>
  );
}
