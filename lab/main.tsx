/** A page for visitors and engineers: the outbox engine of the app, in the simulation that the tests run. */
import { createRoot } from 'react-dom/client';
import { Simulator } from './simulator.tsx';

const place = document.querySelector('#root');
if (place !== null) createRoot(place).render(<Simulator />);
