import { useEffect, useState } from 'react';

const SHOWN_MS = 2500;

/** A flag that falls by itself: [whether it is up, raise it]. */
export function useFlag(): readonly [boolean, () => void] {
  const [raised, setRaised] = useState(0);
  useEffect(() => {
    if (raised === 0) return;
    const timer = setTimeout(() => setRaised(0), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [raised]);
  return [raised > 0, () => setRaised((count) => count + 1)];
}
