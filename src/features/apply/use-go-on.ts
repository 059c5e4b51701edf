import { useLocation, useNavigate } from 'react-router';

/**
 * Goes on to another screen of the form, once: whoever presses again while it is on its way means the same, and has to
 * press back only once.
 */
export function useGoOn(): (to: string, from: string) => void {
  const navigate = useNavigate();
  const shown = useLocation();
  return (to, from) => {
    if (window.location.pathname === shown.pathname) void navigate(to, { state: { from } });
  };
}
