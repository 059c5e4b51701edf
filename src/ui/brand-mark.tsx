/** The app's mark, as in the icons: a letter A whose bar is a tick. Decoration; the name stands beside it. */
export function BrandMark({ className }: { readonly className?: string | undefined }) {
  return (
    <svg viewBox="0 0 512 512" className={className} aria-hidden="true">
      <rect width="512" height="512" rx="120" fill="#0b6354" />
      <path
        d="M132 388 256 118 380 388"
        fill="none"
        stroke="#fff"
        strokeWidth="54"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="m208 306 40 40 76-88"
        fill="none"
        stroke="#ffd34d"
        strokeWidth="44"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
