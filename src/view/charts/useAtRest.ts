import { useEffect, useState } from 'react';

/** The value once it has kept still for a while: what is read aloud must not follow every pixel of a drag. */
export function useAtRest<T>(value: T, milliseconds = 400): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}
